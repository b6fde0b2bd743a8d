"""The calendar as it stands, read from its table after each change and kept by the worker."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from threading import Lock

from events.models import CalendarVersion, EditionPage, Occurrence
from events.search.choices import moments_of
from events.search.index import Entry, Index
from events.search.series import Series, all_series
from mediation.models import PlacePage
from portal.models import Audience, Theme
from portal.schedule import ZONE

LANGUAGES = ("fr", "br")
Words = dict[str, dict[str, str]]  # value → language → label


@dataclass(frozen=True)
class Snapshot:
    """The index, what each series is, and the words of facets that editors write."""

    version: int
    index: Index
    series: Mapping[str, Series]
    words: Mapping[str, Words]

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
    return Snapshot(version, Index(_entries(series)), series, _words())


def _entries(series: Mapping[str, Series]) -> Iterator[Entry]:
    shared = {key: one.facets() for key, one in series.items()}
    columns = ("pk", "series", "starts_at", "over_at", "all_day", "capacity")
    rows = Occurrence.objects.order_by().values_list(*columns)
    for pk, key, starts_at, over_at, all_day, capacity in rows.iterator(5000):
        if facets := shared.get(key.hex):
            hour = None if all_day else starts_at.astimezone(ZONE).hour
            own = {"moment": moments_of(hour), "seats": ("1",) if capacity else ()}
            instants = int(starts_at.timestamp()), int(over_at.timestamp())
            yield Entry(pk, key.hex, *instants, facets | own)


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
    for key, language, slug, title in model.objects.live().values_list(*columns):
        titles.setdefault(key, {})[language] = title
        if language == "fr":
            slugs[key] = slug
    return {slug: titles[key] for key, slug in slugs.items()}
