"""The calendar as it stands, read from its table after each change and kept by the worker."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from threading import Lock

from django.db.models import BigIntegerField, Func, Max

from events.models import CalendarVersion, EditionPage, Occurrence
from events.search.choices import moments_of
from events.search.index import Entry, Index
from events.search.series import Series, all_series
from mediation.models import PlacePage
from portal.models import Audience, Theme, for_everyone
from portal.schedule import ZONE

LANGUAGES = ("fr", "br")
TAKING_BOOKINGS = (Occurrence.State.SCHEDULED, Occurrence.State.MOVED)
Words = dict[str, dict[str, str]]  # value → language → label


@dataclass(frozen=True)
class Snapshot:
    """The index, what each series is, and the words of facets that editors write."""

    version: int
    index: Index
    series: Mapping[str, Series]
    words: Mapping[str, Words]
    changed: dt.datetime | None  # the last change of a date anybody may see
    said: dict[str, int] = field(default_factory=dict)  # dates that say some words, as asked
    kinds: dict[str, int] = field(default_factory=dict)  # dates of a kind of page, as asked

    def of_kind(self, kind: str) -> int:
        """The dates of workshops, or of events: bits of the index."""
        if kind not in self.kinds:
            pages = (one.page_id for one in self.series.values() if one.kind == kind)
            self.kinds[kind] = self.index.of_pages(pages)
        return self.kinds[kind]

    def places(self, language: str) -> dict[str, str]:
        """The names of places by slug, in a language, else in French."""
        return self.vocabulary(language)["place"]

    def vocabulary(self, language: str) -> dict[str, dict[str, str]]:
        """{facet: {value: label}} in a language, else in French."""
        return {
            facet: {value: by.get(language) or by.get("fr", "") for value, by in words.items()}
            for facet, words in self.words.items()
        }


_kept: Snapshot | None = None
_building = Lock()


def snapshot() -> Snapshot:
    """The calendar of this moment: one query when nothing changed since the last time."""
    global _kept
    version = CalendarVersion.current()
    with _building:
        if _kept is None or _kept.version != version:
            _kept = read(version)
        return _kept


def read(version: int = 0) -> Snapshot:
    """Reads everything anew."""
    series = dict(all_series())
    changed = Occurrence.objects.visible().aggregate(at=Max("changed_at"))["at"]
    return Snapshot(version, Index(_entries(series.values())), series, _words(), changed)


class Seconds(Func):
    """An instant in whole seconds since 1970, counted by the database: ten times as fast."""

    output_field = BigIntegerField()
    template = "CAST(EXTRACT(EPOCH FROM %(expressions)s) AS bigint)"

    def as_sqlite(self, compiler, connection, **context):
        # Days since noon of -4713 (julianday); 1970 began on day 2440587.5.
        template = "CAST(ROUND((julianday(%(expressions)s) - 2440587.5) * 86400) AS integer)"
        return self.as_sql(compiler, connection, template=template, **context)


def _entries(series: Iterable[Series]) -> Iterator[Entry]:
    pages = {one.page_id: one.facets() for one in series}
    seen: dict[tuple[object, ...], dict[str, tuple[str, ...]]] = {}
    instants = Seconds("starts_at"), Seconds("over_at")
    columns = ("pk", "page_id", *instants, "all_day", "capacity", "state")
    rows = Occurrence.objects.order_by().values_list(*columns)
    for pk, page, start, over, all_day, capacity, state in rows.iterator(5000):
        if page not in pages:
            continue
        hour = None if all_day else _local_hour(start // 3600)
        # What is full by a word of the organiser counts no seat; what is taken up is asked later.
        has_seats = bool(capacity) and state in TAKING_BOOKINGS
        own = (page, hour, has_seats)
        if own not in seen:
            seats = ("1",) if has_seats else ()
            seen[own] = pages[page] | {"moment": moments_of(hour), "seats": seats}
        yield Entry(pk, page, start, over, seen[own])


@lru_cache(maxsize=100_000)
def _local_hour(hours: int) -> int:
    """The hour on the clock here, of an instant in hours since 1970."""
    return dt.datetime.fromtimestamp(hours * 3600, tz=ZONE).hour


def _words() -> dict[str, Words]:
    named = {"theme": Theme.objects.all(), "audience": Audience.objects.all()}
    words: dict[str, Words] = {
        facet: {one.slug: {language: one.name(language) for language in LANGUAGES} for one in rows}
        for facet, rows in named.items()
    }
    return words | {"place": _titles(PlacePage), "edition": _titles(EditionPage)}


def _titles(model: type[PlacePage] | type[EditionPage]) -> Words:
    """The titles by language, under the slug of the French page."""
    columns = ("translation_key", "locale__language_code", "slug", "title")
    slugs: dict[object, str] = {}
    titles: dict[object, dict[str, str]] = {}
    for key, language, slug, title in model.objects.filter(for_everyone()).values_list(*columns):
        titles.setdefault(key, {})[language] = title
        if language == "fr":
            slugs[key] = slug
    return {slug: titles[key] for key, slug in slugs.items()}
