"""What all dates of one page share, read for every dated page in a handful of queries."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from events.models import EventPage
from events.search.choices import languages_of
from mediation.models import PlacePage, WorkshopPage
from portal import territory
from portal.models import PageAudience, PageTheme, for_everyone

Row = Mapping[str, Any]
Slugs = Mapping[int, tuple[str, ...]]
# Columns that are taken as they are.
SAME = (
    "level",
    "format",
    "online",
    "online_url",
    "free",
    "price",
    "drop_in",
    "lent",
    "phone",
    "organizer",
)
PLACE = ("pk", "title", "slug", "street", "postcode", "commune", "latitude", "longitude")
PAGE = (
    *SAME,
    "pk",
    "translation_key",
    "languages",
    "access",
    "commune",
    "place_id",
    "venue_name",
    "venue_street",
    "venue_postcode",
    "venue_town",
)
EVENT = ("edition__slug", "part_of__translation_key")


@dataclass(frozen=True, slots=True)
class Series:
    """A dated page without its words; codes of facets, slugs of the place and the edition."""

    page_id: int
    kind: str  # "workshop" or "event"
    themes: tuple[str, ...]
    audiences: tuple[str, ...]
    level: str
    format: str
    languages: tuple[str, ...]
    access: tuple[str, ...]
    online: bool
    online_url: str
    free: bool
    price: str
    drop_in: bool
    lent: bool
    phone: str
    organizer: str
    commune: str
    venue: tuple[str, str, str, str]  # name, street, postcode, town
    point: tuple[float, float] | None
    place: str
    edition: str
    part_of: str  # the series of the event it is a part of

    def facets(self) -> dict[str, tuple[str, ...]]:
        """The choices of the search that all its dates answer to."""
        said = {
            "online": self.online,
            "free": self.free,
            "dropin": self.drop_in,
            "lent": self.lent,
        }
        one = {
            "level": self.level,
            "format": self.format,
            "commune": self.commune,
            "place": self.place,
            "edition": self.edition,
        }
        return {
            "theme": self.themes,
            "audience": self.audiences,
            "language": languages_of(self.languages),
            "access": self.access,
            **{name: (value,) if value else () for name, value in one.items()},
            **{name: ("1",) if is_so else () for name, is_so in said.items()},
        }


def all_series() -> Iterator[tuple[str, Series]]:
    """(translation key in hexadecimal, series) of every dated page the public may see."""
    themes = _slugs(PageTheme.objects.values_list("page_id", "theme__slug"))
    audiences = _slugs(PageAudience.objects.values_list("page_id", "audience__slug"))
    places = {place["pk"]: place for place in PlacePage.objects.values(*PLACE)}
    for model, kind, more in ((WorkshopPage, "workshop", ()), (EventPage, "event", EVENT)):
        for row in model.objects.filter(for_everyone(), locale__language_code="fr").values(
            *PAGE, *more
        ):
            key = row["translation_key"].hex
            place = places.get(row["place_id"])
            words = {"themes": themes.get(row["pk"], ()), "audiences": audiences.get(row["pk"], ())}
            yield key, _series(row, kind, place, words)


def _series(row: Row, kind: str, place: Row | None, words: Mapping[str, tuple[str, ...]]) -> Series:
    here = territory.commune(place["commune"] if place else row["commune"])
    part_of = row.get("part_of__translation_key")
    return Series(
        page_id=row["pk"],
        kind=kind,
        languages=tuple(row["languages"]),
        access=tuple(row["access"]),
        commune=here.code if here else "",
        venue=_venue(row, place, here),
        point=_point(place),
        place=place["slug"] if place else "",
        edition=row.get("edition__slug") or "",
        part_of=part_of.hex if part_of else "",
        **words,
        **{name: row[name] for name in SAME},
    )


def _venue(
    row: Row, place: Row | None, here: territory.Commune | None
) -> tuple[str, str, str, str]:
    """The place's own facts, or those of a one-off address."""
    if place:
        return place["title"], place["street"], place["postcode"], here.name() if here else ""
    town = here.name() if here else row["venue_town"]
    return row["venue_name"], row["venue_street"], row["venue_postcode"], town


def _point(place: Row | None) -> tuple[float, float] | None:
    """Of the place itself; a one-off address has none, and a commune's centre would mislead."""
    if place is None or place["latitude"] is None:
        return None
    return place["latitude"], place["longitude"]


def _slugs(pairs: Iterable[tuple[int, str]]) -> Slugs:
    slugs: dict[int, list[str]] = defaultdict(list)
    for page_id, slug in pairs:
        slugs[page_id].append(slug)
    return {page_id: tuple(found) for page_id, found in slugs.items()}
