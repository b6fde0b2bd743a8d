"""Open or closed at a moment, until when, and how sure that is."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from mediation.opening_hours import osm as syntax
from portal.schedule import public_holidays

PARIS = ZoneInfo("Europe/Paris")
HORIZON = 60  # days: an opening farther away is not worth waiting for


class Kind(StrEnum):
    OPEN = "open"
    CLOSED = "closed"
    MAYBE = "maybe"
    UNKNOWN = "unknown"  # nobody has given the hours


@dataclass(frozen=True)
class Exceptional:
    """Days that do not follow the week: closed without `hours`, else open in these (start, end)."""

    first: dt.date
    last: dt.date
    hours: tuple[tuple[dt.time, dt.time], ...] = ()
    message: str = ""


@dataclass(frozen=True)
class Interval:
    """A stretch of opening, local naive time; `doubt` is "", school, public or stated."""

    start: dt.datetime
    end: dt.datetime
    doubt: str = ""
    comment: str = ""


@dataclass(frozen=True)
class State:
    """`until`: local naive moment of the next change, None when far or never.

    `key` names the sentence (words.py): open, always, opens, closed, exception, unknown, or
    maybe_school, maybe_public, maybe_stated. `note`: the editor's message or the hours' comment.
    """

    kind: Kind
    until: dt.datetime | None
    key: str
    note: str = ""


SchoolHolidays = Callable[[dt.date], bool] | Iterable[tuple[dt.date, dt.date]]


def state_at(
    osm: str,
    when: dt.datetime,
    exceptions: Sequence[Exceptional] = (),
    school_holidays: SchoolHolidays = (),
) -> State:
    """What a person who stands at the door would find; `when` is local when naive.

    Hours that say nothing of holidays are doubtful during them: few public places stay open.
    """
    now = when.astimezone(PARIS).replace(tzinfo=None) if when.tzinfo else when
    if not osm and not exceptions:
        return State(Kind.UNKNOWN, None, "unknown")
    ahead = _ahead(osm, now, exceptions, school_holidays)
    following = next(ahead, None)
    if following and following.start <= now:
        return _open(following, ahead, now)
    until = following.start if following else None
    closure = _covering(exceptions, now.date())
    if closure and not closure.hours:
        return State(Kind.CLOSED, until, "exception", closure.message)
    if not osm:
        return State(Kind.UNKNOWN, None, "unknown")
    return State(
        Kind.CLOSED, until, "opens" if until else "closed", following.comment if following else ""
    )


def is_open(
    osm: str,
    when: dt.datetime,
    exceptions: Sequence[Exceptional] = (),
    school_holidays: SchoolHolidays = (),
) -> bool:
    """Open or perhaps open: a search for open places keeps the doubtful ones, with their badge."""
    now = when.astimezone(PARIS).replace(tzinfo=None) if when.tzinfo else when
    stretches = on_day(osm, now.date(), exceptions, school_holidays)
    return any(each.start <= now < each.end for each in stretches)


def on_day(
    osm: str,
    day: dt.date,
    exceptions: Sequence[Exceptional] = (),
    school_holidays: SchoolHolidays = (),
) -> list[Interval]:
    """The stretches of opening of one day, in order, cut at midnight."""
    exceptional = _covering(exceptions, day)
    if exceptional:
        return [_exceptional(day, each, exceptional.message) for each in exceptional.hours]
    school, public = _within(day, school_holidays), day in public_holidays(day.year)
    hours = syntax.on_days(osm, school=school, public=public) if osm else None
    if hours is None:
        return []
    doubt = _doubt(osm, school, public)
    begin = dt.datetime.combine(day, dt.time(0))
    return [
        Interval(start, end, "stated" if str(state) == "unknown" else doubt, comment)
        for start, end, state, comment in hours.intervals(begin, begin + dt.timedelta(days=1))
        if str(state) != "closed"
    ]


def _ahead(
    osm: str,
    now: dt.datetime,
    exceptions: Sequence[Exceptional],
    school_holidays: SchoolHolidays,
) -> Iterator[Interval]:
    """The stretches that are not over yet, the present one first."""
    for offset in range(HORIZON):
        day = now.date() + dt.timedelta(days=offset)
        for each in on_day(osm, day, exceptions, school_holidays):
            if each.end > now:
                yield each


def _open(current: Interval, ahead: Iterator[Interval], now: dt.datetime) -> State:
    end, later = current.end, next(ahead, None)
    while later and later.start == end and later.doubt == current.doubt:
        if end - now > dt.timedelta(days=7):
            return State(Kind.OPEN, None, "always", current.comment)
        end, later = later.end, next(ahead, None)
    if current.doubt:
        return State(Kind.MAYBE, end, f"maybe_{current.doubt}", current.comment)
    return State(Kind.OPEN, end, "open", current.comment)


def _covering(exceptions: Sequence[Exceptional], day: dt.date) -> Exceptional | None:
    """The one that holds on that day; of several, the shortest speaks."""
    holding = [each for each in exceptions if each.first <= day <= each.last]
    return min(holding, key=lambda each: each.last - each.first, default=None)


def _exceptional(day: dt.date, hours: tuple[dt.time, dt.time], message: str) -> Interval:
    start, end = (dt.datetime.combine(day, time) for time in hours)
    return Interval(start, end if end > start else end + dt.timedelta(days=1), "", message)


def _within(day: dt.date, holidays: SchoolHolidays) -> bool:
    if callable(holidays):
        return holidays(day)
    return any(first <= day <= last for first, last in holidays)


def _doubt(osm: str, school: bool, public: bool) -> str:
    if public and not syntax.mentions(osm, "PH"):
        return "public"
    if school and not syntax.mentions(osm, "SH"):
        return "school"
    return ""
