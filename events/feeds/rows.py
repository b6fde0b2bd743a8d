"""The plain shape of a date and of a feed, for every format."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from django.utils.translation import gettext_lazy as _

State = Literal["scheduled", "cancelled", "moved", "full"]
STATE_WORDS = {"cancelled": _("Cancelled"), "full": _("Full"), "moved": _("Moved")}
EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one language: plain text, and the full address of the page."""

    title: str
    url: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Venue:
    """Where: `commune` is an INSEE code, the point in degrees (WGS 84) or None."""

    name: str
    street: str = ""
    postcode: str = ""
    town: str = ""
    commune: str = ""
    point: tuple[float, float] | None = None  # latitude, longitude

    def in_one_line(self) -> str:
        """« Médiathèque, 4 place X, 56100 Lorient »: what is known, and no more."""
        town = f"{self.postcode} {self.town}".strip()
        return ", ".join(part for part in (self.name, self.street, town) if part)


@dataclass(frozen=True, slots=True)
class FeedRow:
    """One date. `series` never changes (a UUID), `key` names the date within it.

    `said` holds the words by language, French always. `planned` is the start before a move.
    `themes` and `audiences` are words in the language of the feed; `access`, `level` and `format`
    are codes (mediation/session_choices.py).
    """

    series: str
    key: str
    said: Mapping[str, Said]
    start: dt.datetime
    planned: dt.datetime
    end: dt.datetime | None = None
    all_day: bool = False
    state: State = "scheduled"
    reason: str = ""
    sequence: int = 0
    url: str = ""  # the date's own address
    venue: Venue | None = None
    online_url: str = ""
    online: bool = False
    themes: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    access: tuple[str, ...] = ()
    level: str = ""
    format: str = ""
    languages: tuple[str, ...] = ("fr",)
    free: bool = True
    price: str = ""
    drop_in: bool = False
    capacity: int | None = None
    seats_left: int | None = None
    organizer: str = ""
    phone: str = ""
    parent: str = ""  # the series this one is part of: an edition, an open day
    created: dt.datetime = EPOCH
    changed: dt.datetime = EPOCH

    def words(self, language: str) -> Said:
        """The words in a language, else the French ones."""
        return self.said.get(language) or self.said["fr"]

    @property
    def state_word(self) -> str:
        """In the active language; none for a date that takes place as planned."""
        return str(STATE_WORDS.get(self.state, ""))

    def spoken(self, language: str) -> str:
        """The language `words` really answers in."""
        return language if language in self.said else "fr"


@dataclass(frozen=True)
class Feed:
    """A list of rows with its name; addresses are full, `updated` is when anything last changed."""

    title: str
    url: str
    source: str
    language: str
    host: str
    rows: list[FeedRow] = field(default_factory=list)
    description: str = ""

    @property
    def updated(self) -> dt.datetime:
        return max((row.changed for row in self.rows), default=EPOCH)


def by_series(rows: Iterable[FeedRow]) -> Iterator[list[FeedRow]]:
    """The rows of each series, in order of date; series in order of their first date."""
    series: dict[str, list[FeedRow]] = {}
    for row in sorted(rows, key=lambda row: (row.start, row.series)):
        series.setdefault(row.series, []).append(row)
    return iter(series.values())
