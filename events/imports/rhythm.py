"""The days of a foreign RRULE, with bounded work: a hostile rule costs no more than an honest one.

dateutil looks for a next date until the year 9999; here only days between two given days are
looked at. Tested against dateutil on rules both understand.
"""

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from events.imports.errors import CalendarError
from portal.schedule.rfc5545 import WEEKDAYS

Parts = Mapping[str, list[Any]]
UNDERSTOOD = {
    "FREQ",
    "INTERVAL",
    "COUNT",
    "UNTIL",
    "BYDAY",
    "BYMONTHDAY",
    "BYMONTH",
    "BYSETPOS",
    "WKST",
}
DAY = dt.timedelta(days=1)


def days_of(parts: Parts, start: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The days of a rule from `start` to `last`, both included, `start` always the first.

    `parts` as icalendar's vRecur gives them. Raises CalendarError for a rule we do not read.
    """
    frequency = str(_one(parts, "FREQ", "")).upper()
    if frequency not in _PERIODS or not set(parts) <= UNDERSTOOD:
        raise CalendarError(_("This rhythm is not understood."))
    every, count = int(_one(parts, "INTERVAL", 1)), int(_one(parts, "COUNT", 0))
    if not 1 <= every <= 1000 or count < 0:
        raise CalendarError(_("This rhythm is not understood."))
    found = 0
    for period in _PERIODS[frequency](start, last, every, parts):
        for day in _positions(sorted(set(period)), parts):
            if start <= day <= last:
                found += 1
                yield day
                if found == count:
                    return


def _daily(start: dt.date, last: dt.date, every: int, parts: Parts) -> Iterator[list[dt.date]]:
    weekdays = {weekday for _nth, weekday in _weekdays(parts)}
    month_days = _numbers(parts, "BYMONTHDAY")
    for number in range(0, (last - start).days + 1, every):
        day = start + number * DAY
        fits = not weekdays or day.weekday() in weekdays
        if fits and _in_month(day, parts) and (not month_days or _is_month_day(day, month_days)):
            yield [day]


def _weekly(start: dt.date, last: dt.date, every: int, parts: Parts) -> Iterator[list[dt.date]]:
    week_start = WEEKDAYS.index(str(_one(parts, "WKST", "MO")).upper())
    weekdays = {weekday for _nth, weekday in _weekdays(parts)} or {start.weekday()}
    monday = start - ((start.weekday() - week_start) % 7) * DAY
    for number in range(0, (last - monday).days + 1, 7 * every):
        week = [monday + (number + n) * DAY for n in range(7)]
        yield [day for day in week if day.weekday() in weekdays and _in_month(day, parts)]


def _monthly(start: dt.date, last: dt.date, every: int, parts: Parts) -> Iterator[list[dt.date]]:
    first = start.year * 12 + start.month - 1
    for month in range(first, last.year * 12 + last.month, every):
        days = _month(month // 12, month % 12 + 1)
        yield [day for day in _chosen(days, start, parts) if _in_month(day, parts)]


def _yearly(start: dt.date, last: dt.date, every: int, parts: Parts) -> Iterator[list[dt.date]]:
    months = _numbers(parts, "BYMONTH")
    for year in range(start.year, last.year + 1, every):
        if _weekdays(parts) and not months and not _numbers(parts, "BYMONTHDAY"):
            whole = [day for month in range(1, 13) for day in _month(year, month)]
            yield _chosen(whole, start, parts)
            continue
        spread = range(1, 13) if _numbers(parts, "BYMONTHDAY") else [start.month]
        wanted = months or spread
        yield [
            day for m in wanted if 1 <= m <= 12 for day in _chosen(_month(year, m), start, parts)
        ]


_PERIODS = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}


def _chosen(days: list[dt.date], start: dt.date, parts: Parts) -> list[dt.date]:
    """The days of one month (or year) that BYMONTHDAY and BYDAY choose, else the start's own."""
    month_days, weekdays = _numbers(parts, "BYMONTHDAY"), _weekdays(parts)
    if not month_days and not weekdays:
        return [day for day in days if day.day == start.day]
    if month_days:
        days = [day for day in days if _is_month_day(day, month_days)]
        names = {weekday for _nth, weekday in weekdays}
        return [day for day in days if not names or day.weekday() in names]
    chosen = []
    for nth, weekday in weekdays:
        same = [day for day in days if day.weekday() == weekday]
        chosen += _at_places(same, [nth]) if nth else same
    return chosen


def _positions(days: list[dt.date], parts: Parts) -> list[dt.date]:
    positions = _numbers(parts, "BYSETPOS")
    return _at_places(days, positions) if positions else days


def _at_places(days: list[dt.date], numbers: list[int]) -> list[dt.date]:
    """The days at these places, counted from 1, or from -1 backwards."""
    places = {n - 1 if n > 0 else len(days) + n for n in numbers}
    return [day for place, day in enumerate(days) if place in places]


def _month(year: int, month: int) -> list[dt.date]:
    return [dt.date(year, month, day + 1) for day in range(calendar.monthrange(year, month)[1])]


def _in_month(day: dt.date, parts: Parts) -> bool:
    months = _numbers(parts, "BYMONTH")
    return not months or day.month in months


def _is_month_day(day: dt.date, numbers: list[int]) -> bool:
    length = calendar.monthrange(day.year, day.month)[1]
    return day.day in numbers or day.day - length - 1 in numbers


def _weekdays(parts: Parts) -> list[tuple[int, int]]:
    """(nth or 0, weekday) of BYDAY: « -1FR » is (-1, 4)."""
    texts = [str(text).upper() for text in parts.get("BYDAY", [])]
    return [(int(text[:-2] or 0), WEEKDAYS.index(text[-2:])) for text in texts]


def _numbers(parts: Parts, name: str) -> list[int]:
    return [int(number) for number in parts.get(name, [])]


def _one(parts: Parts, name: str, default: Any) -> Any:
    values = parts.get(name, [])
    return values[0] if values else default
