"""What a search asks, in typed values, and the dates of the index that answer it. Pure."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from events.search.index import Index
from portal import territory
from portal.schedule import ZONE

DAY = dt.timedelta(days=1)
Window = tuple[dt.date, dt.date]  # first day, day after the last


@dataclass(frozen=True)
class Asked:
    """A search. `choices` by facet: one of a facet's suffices, every facet must fit.

    Bits of the index: `answering` the dates whose words answer `words`, None when no word was
    asked; `full` those without a free seat, left out when `seats` is asked. `refined` asks for
    every choice to narrow the search by.
    """

    words: str = ""
    answering: int | None = None
    communes: tuple[str, ...] = ()
    within: float = 0
    first: dt.date | None = None
    last: dt.date | None = None
    when: tuple[str, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    seats: bool = False
    full: int = 0
    view: str = "list"
    refined: bool = False
    page: int = 1

    def without(self, name: str) -> "Asked":
        """The same search without one filter."""
        if name in self.choices:
            kept = {facet: values for facet, values in self.choices.items() if facet != name}
            return replace(self, choices=kept)
        nothing = {
            "q": {"words": "", "answering": None},
            "commune": {"communes": (), "within": 0.0},
            "within": {"within": 0.0},
            "dates": {"first": None, "last": None, "when": ()},
            "seats": {"seats": False},
        }
        return replace(self, **nothing.get(name, {}))  # type: ignore[arg-type]

    def filters(self) -> list[str]:
        """The names of the filters in use, as `without` takes them."""
        dates = self.first or self.last or self.when
        used = {"q": self.words, "commune": self.communes, "dates": dates, "seats": self.seats}
        return [*(name for name, value in used.items() if value), *self.choices]

    def query(self) -> QueryDict:
        """The search as a query string, in one spelling: what was not understood is gone."""
        said = {
            "q": [self.words] if self.words else [],
            "commune": list(self.communes),
            "within": [f"{self.within:g}"] if self.within else [],
            "from": [self.first.isoformat()] if self.first else [],
            "to": [self.last.isoformat()] if self.last else [],
            "when": list(self.when),
            **{facet: list(values) for facet, values in self.choices.items()},
            "seats": ["1"] if self.seats else [],
            "view": [self.view] if self.view != "list" else [],
            "refine": ["1"] if self.refined else [],
        }
        query = QueryDict(mutable=True)
        for name, values in said.items():
            if values:
                query.setlist(name, values)
        return query

    def reach(self) -> tuple[str, ...]:
        """The communes asked, and those around them."""
        if not self.within:
            return self.communes
        near = [code for one in self.communes for code in territory.within(one, self.within)]
        return tuple(dict.fromkeys(near))


@dataclass(frozen=True)
class Found:
    """The dates that answer: bits of the index. `running` began before the first day asked."""

    index: Index
    dates: int
    running: int

    @property
    def total(self) -> int:
        return (self.dates | self.running).bit_count()

    def bounds(self) -> tuple[dt.date, dt.date] | None:
        """The days of the first and the last date."""
        if not self.dates:
            return None
        first, last = self.index.bounds(self.dates)
        return local_day(first), local_day(last)

    def on_day(self, day: dt.date) -> int:
        """How many dates take place on a day."""
        starts = self.index.starting(instant(day), instant(day + DAY))
        long = self.index.running(instant(day))
        return (self.dates & starts).bit_count() + ((self.dates | self.running) & long).bit_count()

    def counts(self, facet: str) -> dict[str, int]:
        return self.index.counts(facet, self.dates | self.running)


def find(index: Index, asked: Asked, now: dt.datetime) -> Found:
    """The dates that answer a search made at an (aware) moment."""
    fits = _fits(index, asked)
    windows = windows_of(asked, now.astimezone(ZONE).date())
    starting = running = 0
    for first, after in windows:
        begin = instant(first)
        starting |= index.starting(begin, instant(after))
        running |= index.running(begin) if instant(after) > begin else 0
    if not (asked.first or asked.last):
        # What is over is over; what began today stays in its day until it ends.
        seconds = int(now.timestamp())
        still = index.running(seconds) | index.starting(seconds, instant(dt.date(9999, 12, 30)))
        starting, running = starting & still, running & still
    return Found(index, fits & starting, fits & running & ~starting)


def windows_of(asked: Asked, today: dt.date) -> list[Window]:
    """The days asked: by default from today on."""
    first = asked.first or (today if not asked.last or asked.last >= today else dt.date(1990, 1, 1))
    after = (asked.last or dt.date(2100, 1, 1)) + DAY
    windows = [quick_range(name, today) for name in asked.when] or [(first, after)]
    return [(max(first, a), min(after, b)) for a, b in windows if max(first, a) < min(after, b)]


def quick_range(name: str, today: dt.date) -> Window:
    """today, week (until Sunday), weekend (this one or the next), month (until its last day)."""
    sunday = today + DAY * (6 - today.weekday())
    if name == "today":
        return today, today + DAY
    if name == "week":
        return today, sunday + DAY
    if name == "weekend":
        return max(today, sunday - DAY), sunday + DAY
    return today, (today.replace(day=1) + 32 * DAY).replace(day=1)


def instant(day: dt.date) -> int:
    """The midnight that begins a day here, in seconds since 1970."""
    return int(dt.datetime.combine(day, dt.time(), tzinfo=ZONE).timestamp())


def local_day(seconds: int) -> dt.date:
    return dt.datetime.fromtimestamp(seconds, tz=ZONE).date()


def _fits(index: Index, asked: Asked) -> int:
    fits = index.all
    for facet, values in asked.choices.items():
        fits &= index.where(facet, values)
    if asked.communes:
        fits &= index.where("commune", asked.reach())
    if asked.answering is not None:
        fits &= asked.answering
    if asked.seats:
        fits &= index.where("seats", ["1"]) & ~asked.full
    return fits
