"""Finds the rule behind a list of dates, so that a series stays one entry in a calendar."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import gcd
from typing import Any

from portal.schedule import ZONE
from portal.schedule.rfc5545 import WEEKDAYS


@dataclass(frozen=True)
class Pattern:
    """A rule (RRULE parts, UNTIL left to the writer), its last date, the holes and the others."""

    first: dt.datetime
    rule: dict[str, Any] | None
    last: dt.datetime
    holes: list[dt.datetime]
    others: list[dt.datetime]


def find_pattern(starts: Iterable[dt.datetime]) -> Pattern:
    """The pattern of one or more aware starts: it gives back exactly these dates."""
    local = sorted({start.astimezone(ZONE) for start in starts})
    hour = Counter(start.time() for start in local).most_common(1)[0][0]
    regular = [start for start in local if start.time() == hour]
    others = [start for start in local if start.time() != hour]
    days = [start.date() for start in regular]
    for rule, expected in (_weekly(days), _monthly(days)):
        holes = [day for day in expected if day not in set(days)]
        if len(days) > 1 and len(holes) <= len(days):
            missing = [dt.datetime.combine(day, hour, tzinfo=ZONE) for day in holes]
            return Pattern(regular[0], rule, regular[-1], missing, others)
    return Pattern(local[0], None, local[-1], [], local[1:])


def _weekly(days: list[dt.date]) -> tuple[dict[str, Any], list[dt.date]]:
    weekdays = {day.weekday() for day in days}
    mondays = [day - dt.timedelta(days=day.weekday()) for day in days]
    step = gcd(*((monday - mondays[0]).days // 7 for monday in mondays)) or 1
    rule: dict[str, Any] = {
        "FREQ": "WEEKLY",
        "INTERVAL": step,
        "BYDAY": [WEEKDAYS[n] for n in sorted(weekdays)],
    }
    span = range((days[-1] - days[0]).days + 1)
    near = [days[0] + dt.timedelta(days=n) for n in span]
    return rule, [
        day
        for day in near
        if day.weekday() in weekdays and (day - mondays[0]).days // 7 % step == 0
    ]


def _monthly(days: list[dt.date]) -> tuple[dict[str, Any], list[dt.date]]:
    """« The second Monday »; gives far too much when the dates are nothing like it."""
    places = {((day.day - 1) // 7 + 1, day.weekday()) for day in days}
    nth, weekday = min(places)
    rule: dict[str, Any] = {"FREQ": "MONTHLY", "BYDAY": [f"{nth}{WEEKDAYS[weekday]}"]}
    if len(places) > 1:
        return rule, [dt.date.min] * (len(days) + 1)
    months = range(_month(days[0]), _month(days[-1]) + 1)
    found = [_nth(month, nth, weekday) for month in months]
    return rule, [day for day in found if day]


def _month(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _nth(month: int, nth: int, weekday: int) -> dt.date | None:
    first = dt.date(month // 12, month % 12 + 1, 1)
    day = first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return day if day.month == first.month else None
