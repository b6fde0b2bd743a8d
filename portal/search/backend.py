"""Wagtail's search, with our words: everything it indexes is folded, and so is what is asked.

    WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.search.backend"}}

Pages, images, documents and snippets keep plain Wagtail `search_fields`; the visitors' search,
the editors' and the pickers' all find words in both languages, on SQLite and on PostgreSQL.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet
from modelsearch.backends.base import BaseSearchBackend, BaseSearchQueryCompiler, BaseSearchResults
from modelsearch.query import And, MatchAll, Phrase, PlainText, SearchQuery
from wagtail.models import Locale

from portal.search.cleaning import clean_query
from portal.search.folding import query_layers, typed_layer
from portal.search.matching import Row, beginning_rows, ranked_rows
from portal.search.stored import Folded


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:  # noqa: N802 (Wagtail's name)
    """The backend of the default database."""
    if connection.vendor == "postgresql":
        from modelsearch.backends.database.postgres import postgres

        stock: type[BaseSearchBackend] = postgres.PostgresSearchBackend
        params = {**params, "SEARCH_CONFIG": "simple"}
    else:
        from modelsearch.backends.database.sqlite import sqlite

        stock = sqlite.SQLiteSearchBackend
    members = {
        "index_class": type("Index", (FoldingIndex, stock.index_class), {}),
        "query_compiler_class": Compiler,
        "autocomplete_query_compiler_class": PickerCompiler,
        "results_class": Results,
    }
    return type("SearchBackend", (stock,), members)(params)


class FoldingIndex:
    """Stores the folded words of objects where the engine would store their raw text."""

    def add_items(self, model: type[Model], objs: Iterable[Model]) -> None:
        languages = dict(Locale.objects.values_list("pk", "language_code"))
        folded = [Folded(one, languages.get(getattr(one, "locale_id", None))) for one in objs]
        super().add_items(model, folded)  # type: ignore[misc]

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Our order does not use them, and they read the whole index at every save."""


class Compiler(BaseSearchQueryCompiler):
    """A query of whole words, by the layers of `portal.search.folding`."""

    DEFAULT_OPERATOR = "and"
    HANDLES_ORDER_BY_EXPRESSIONS = True

    @cached_property
    def ids(self) -> list[Any] | None:
        """The keys that match, best first; None when everything does."""
        text = _text(self.query)
        return None if text is None else [row[0] for row in self.rows(clean_query(text))]

    def rows(self, text: str) -> list[Row]:
        return ranked_rows(self.queryset, query_layers(text))


class PickerCompiler(Compiler):
    """A query still being typed in the editors' pages: beginnings of words."""

    def rows(self, text: str) -> list[Row]:
        return beginning_rows(self.queryset, typed_layer(text))


class Results(BaseSearchResults):
    """The objects found, in the order of the match or in the order the queryset asks for."""

    supports_facet = True

    def get_queryset(self) -> QuerySet:
        compiler = self.query_compiler
        if compiler.ids is None:
            return compiler.queryset[self.start : self.stop]
        if not compiler.order_by_relevance:
            return compiler.queryset.filter(pk__in=compiler.ids)[self.start : self.stop]
        return compiler.queryset.filter(pk__in=compiler.ids[self.start : self.stop])

    def facet(self, field_name: str) -> dict[Any, int]:
        everything = self._clone()
        everything.start, everything.stop = 0, None
        counts = Counter(everything.get_queryset().values_list(field_name, flat=True))
        return dict(counts.most_common())

    def _do_search(self) -> list[Model]:
        ids = self.query_compiler.ids
        if ids is None or not self.query_compiler.order_by_relevance:
            return list(self.get_queryset())
        found = {one.pk: one for one in self.get_queryset()}
        return [found[pk] for pk in ids[self.start : self.stop] if pk in found]

    def _do_count(self) -> int:
        ids = self.query_compiler.ids
        return self.get_queryset().count() if ids is None else len(ids[self.start : self.stop])


def _text(query: SearchQuery) -> str | None:
    """The words of a query; None when it is for everything. Quotes are read as all the words."""
    if isinstance(query, MatchAll):
        return None
    if isinstance(query, PlainText | Phrase):
        return query.query_string
    if isinstance(query, And):
        texts = map(_text, query.subqueries)
        return " ".join(text for text in texts if text is not None)
    raise NotImplementedError(f"{type(query).__name__} is not a query of this search.")
