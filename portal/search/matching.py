"""Which rows answer a query, best first: one statement, one pass over the index a layer.

Wagtail's own ranking asks the index again for every row on SQLite (minutes for 6,000 hits) and
unpacks every text on PostgreSQL. Here the order comes from the layers: words as written, then
mutated, then stems, then meaning; in each, words of the title first and shorter titles first.
Both databases give the same rows in the same order.
"""

from collections.abc import Sequence
from itertools import pairwise
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
# A page that answers: its id, its key (one in both languages), its language, its content type and
# its layer. No named tuple: a word of half the pages would spend a quarter of its time on names.
Match = tuple[int, str, str, int, int]


def matching_pages(pages: QuerySet, query: str) -> list[Match]:
    """The pages of a queryset that answer a query as typed, best first, in either language."""
    layers = query_layers(clean_query(query))
    pages = pages.annotate(search_key=Cast("translation_key", CharField()))
    columns = ("pk", "search_key", "locale__language_code", "content_type_id")
    return ranked_rows(pages, layers, columns)


def ranked_rows(rows: QuerySet, layers: Layers, columns: Sequence[str] = ("pk",)) -> list[Row]:
    """The asked columns, then the layer, of the rows that match; those of the queryset only."""
    if not all(layers):
        return []
    further = [Pass("body", wide, but=near) for near, wide in pairwise(layers)]
    found, title = Pass("body", layers[-1]), Pass("title", layers[-1])
    return _run(rows, Asked(found, further, [title]), columns)


def found_values(rows: QuerySet, sense: Expression, column: str) -> list[Any]:
    """One column of the rows that hold words in this sense, for lists that have their own order."""
    found = _run(rows, Asked(Pass("body", sense)), ("pk", column)) if sense else []
    return [value for _pk, value, _layer in found]


def beginning_rows(rows: QuerySet, typed: Expression) -> list[Row]:
    """The keys, then 0, of the rows with words that begin as those of a query being typed."""
    return _run(rows, Asked(Pass("autocomplete", typed)), ("pk",)) if typed else []


class Pass(NamedTuple):
    """One pass over the index: where to look, for what, and for what not."""

    column: str
    expression: Expression
    but: Expression = ()


class Asked(NamedTuple):
    """What is found, what says how far (each pass: in its layer and no narrower one), and the
    titles that come first in their layer.
    """

    found: Pass
    further: Sequence[Pass] = ()
    title: Sequence[Pass] = ()


def _run(rows: QuerySet, asked: Asked, columns: Sequence[str]) -> list[Row]:
    connection = connections[rows.db]
    try:
        source, source_params = _source(rows, columns).query.sql_with_params()
    except EmptyResultSet:
        return []
    names = ", ".join(f"source.column{place}" for place in range(len(columns)))
    sql = (
        f"WITH found AS MATERIALIZED ({_found_sql(connection, rows.model, asked)})"
        f" SELECT {names}, found.layer FROM found JOIN ({source}) AS source"
        " ON source.column0 = found.id"
        " ORDER BY (found.layer * 2 + found.place) * 1000 + source.size, source.column0 DESC"
    )
    passes = (*asked.further, *asked.title, asked.found)  # as they stand in the statement
    params = [_words(connection, one) for one in passes]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*params, *source_params])
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


def _found_sql(connection: BaseDatabaseWrapper, model: type, asked: Asked) -> str:
    """What is found of a model: its key, its layer, and 0 when its title matches, else 1."""
    entries = get_app_config().get_model("IndexEntry")._meta.db_table
    kinds = ", ".join(str(int(kind)) for kind in get_descendants_content_types_pks(model))

    def when_in(one: Pass, then: int, otherwise: int) -> str:
        ids = _ids_sql(connection, entries, one)
        return f"(CASE WHEN entry.id IN ({ids}) THEN {then} ELSE {otherwise} END)"

    layers = [when_in(one, layer, 0) for layer, one in enumerate(asked.further, start=1)]
    places = [when_in(one, 0, 1) for one in asked.title]
    condition = _condition(asked.found, "entry.")
    if connection.vendor == "sqlite":
        condition = f"entry.id IN ({_ids_sql(connection, entries, asked.found)})"
    return (
        f"SELECT CAST(entry.object_id AS INTEGER) AS id, {' + '.join(layers) or 0} AS layer,"
        f" {' + '.join(places) or 1} AS place FROM {entries} AS entry WHERE {condition}"
        f" AND +entry.content_type_id IN ({kinds})"  # + : no index but that of the words
    )


def _ids_sql(connection: BaseDatabaseWrapper, entries: str, one: Pass) -> str:
    """The entries of the index that one pass finds."""
    if connection.vendor == "sqlite":
        return f"SELECT rowid FROM {entries}_fts WHERE {entries}_fts MATCH %s"
    return f"SELECT id FROM {entries} WHERE {_condition(one)}"


def _condition(one: Pass, of: str = "") -> str:
    """What PostgreSQL asks of an entry.

    A subquery hides the words from the planner, which would rather unpack every text than use the
    index when a word is frequent (128 ms instead of 6).
    """
    return f"{of}{one.column} @@ (SELECT to_tsquery('simple', %s))"


def _words(connection: BaseDatabaseWrapper, one: Pass) -> str:
    prefix = one.column == "autocomplete"
    if connection.vendor == "sqlite":
        form, both, either, but = '"{}"*' if prefix else '"{}"', "AND", "OR", "NOT"
    else:
        form, both, either, but = "{}:*" if prefix else "{}", "&", "|", "& !"
    asked = _spell(one.expression, both, either, form)
    if one.but:
        asked = f"({asked}) {but} ({_spell(one.but, both, either, form)})"
    return f"{{{one.column}}} : ({asked})" if connection.vendor == "sqlite" else asked


def _spell(expression: Expression, both: str, either: str, form: str) -> str:
    """A boolean expression in the database's own query language; tokens are [a-z0-9] only."""
    return f" {either} ".join(f"({_spell_reading(one, both, either, form)})" for one in expression)


def _spell_reading(groups: Groups, both: str, either: str, form: str) -> str:
    alternatives = (f" {either} ".join(map(form.format, group)) for group in groups)
    return f" {both} ".join(f"({one})" for one in alternatives)
