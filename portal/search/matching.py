"""Which rows answer a query, best first: one statement, one pass over the index a layer.

Wagtail's own ranking asks the index again for every row on SQLite (minutes for 6,000 hits) and
unpacks every text on PostgreSQL. Here the order comes from the layers: words as written, then
mutated, then stems, then meaning; in each, words of the title first and shorter titles first.
Both databases give the same rows in the same order.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet, FieldDoesNotExist
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Length
from modelsearch.conf import get_app_config
from modelsearch.utils import get_descendants_content_types_pks

from portal.search.cleaning import clean_query
from portal.search.folding import Expression, Groups, Layers, query_layers

Row = tuple[Any, ...]
MEANING = Layers._fields.index("meaning")


class Match(NamedTuple):
    """A page that answers a query; pages with one key are one page in two languages."""

    id: int
    key: str
    language: str
    content_type_id: int
    layer: int  # 0 as written, 1 mutated, 2 stem, 3 meaning


def matching_pages(pages: QuerySet, query: str) -> list[Match]:
    """The pages of a queryset that answer a query as typed, best first, in either language."""
    layers = query_layers(clean_query(query))
    pages = pages.annotate(search_key=Cast("translation_key", CharField()))
    columns = ("pk", "search_key", "locale__language_code", "content_type_id")
    return list(map(Match._make, ranked_rows(pages, layers, columns)))


def ranked_rows(rows: QuerySet, layers: Layers, columns: Sequence[str] = ("pk",)) -> list[Row]:
    """The asked columns, then the layer, of the rows that match; those of the queryset only."""
    wanted = [Passes("body", expression, layer) for layer, expression in enumerate(layers)]
    wanted.append(Passes("title", layers[-1], len(layers)))
    return _run(rows, [one for one in wanted if one.expression], columns)


def found_values(rows: QuerySet, sense: Expression, column: str) -> list[Any]:
    """One column of the rows that hold words in this sense, for lists that have their own order."""
    found = _run(rows, [Passes("body", sense, 0)] if sense else [], ("pk", column))
    return [value for _pk, value, _layer in found]


def beginning_rows(rows: QuerySet, typed: Expression) -> list[Row]:
    """The keys, then 0, of the rows with words that begin as those of a query being typed."""
    return _run(rows, [Passes("autocomplete", typed, 0)] if typed else [], ("pk",))


class Passes(NamedTuple):
    """One pass over the index: where to look, for what, and the layer of what it finds."""

    column: str
    expression: Expression
    layer: int


def _run(rows: QuerySet, passes: list[Passes], columns: Sequence[str]) -> list[Row]:
    connection = connections[rows.db]
    try:
        source, source_params = _source(rows, columns).query.sql_with_params()
    except EmptyResultSet:
        return []
    if not passes:
        return []
    matched = " UNION ALL ".join(_pass_sql(connection, rows.model, one) for one in passes)
    names = ", ".join(f"source.column{place}" for place in range(len(columns)))
    sql = (
        f"SELECT {names}, found.layer FROM ({source}) AS source JOIN "
        "(SELECT id, MIN(layer) AS layer, MIN(place) AS place "
        f"FROM ({matched}) AS passes GROUP BY id) AS found ON found.id = source.column0"
        " ORDER BY (found.layer * 2 + found.place) * 1000 + source.size, source.column0 DESC"
    )
    params = [_asked(connection, one) for one in passes]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*source_params, *params])
        return cursor.fetchall()


def _source(rows: QuerySet, columns: Sequence[str]) -> QuerySet:
    """The queryset with just the columns wanted and the length of the title."""
    try:
        rows.model._meta.get_field("title")
        size: Any = Length("title")
    except FieldDoesNotExist:
        size = Value(0)
    named = {f"column{place}": F(name) for place, name in enumerate(columns)}
    return rows.order_by().annotate(**named, size=size).values_list(*named, "size")


def _pass_sql(connection: BaseDatabaseWrapper, model: type, one: Passes) -> str:
    entries = get_app_config().get_model("IndexEntry")._meta.db_table
    kinds = ", ".join(str(int(kind)) for kind in get_descendants_content_types_pks(model))
    place = 0 if one.column == "title" else 1
    if connection.vendor == "sqlite":
        found = f"{entries}_fts CROSS JOIN {entries} AS entry ON entry.id = {entries}_fts.rowid"
        condition = f"{entries}_fts MATCH %s"
    else:
        found = f"{entries} AS entry"
        # A subquery hides the words from the planner, which would rather unpack every text
        # than use the index when a word is frequent (128 ms instead of 6).
        condition = f"entry.{one.column} @@ (SELECT to_tsquery('simple', %s))"
    return (
        f"SELECT CAST(entry.object_id AS INTEGER) AS id, {one.layer} AS layer, {place} AS place"
        f" FROM {found} WHERE {condition} AND entry.content_type_id IN ({kinds})"
    )


def _asked(connection: BaseDatabaseWrapper, one: Passes) -> str:
    prefix = one.column == "autocomplete"
    if connection.vendor == "sqlite":
        asked = _spell(one.expression, "AND", "OR", '"{}"*' if prefix else '"{}"')
        return f"{{{one.column}}} : ({asked})"
    return _spell(one.expression, "&", "|", "{}:*" if prefix else "{}")


def _spell(expression: Expression, both: str, either: str, form: str) -> str:
    """A boolean expression in the database's own query language; tokens are [a-z0-9] only."""
    return f" {either} ".join(f"({_spell_reading(one, both, either, form)})" for one in expression)


def _spell_reading(groups: Groups, both: str, either: str, form: str) -> str:
    alternatives = (f" {either} ".join(map(form.format, group)) for group in groups)
    return f" {both} ".join(f"({one})" for one in alternatives)
