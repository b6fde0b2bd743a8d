"""The arithmetic of a rhythm: « every Tuesday at 14:00 » stays at 14:00 when the clocks change."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Literal
from zoneinfo import ZoneInfo

from dateutil import rrule
from django.utils.translation import gettext_lazy as _

from portal.schedule.errors import ScheduleError
from portal.schedule.holidays import Period, during, public_holidays, school_holidays

ZONE = ZoneInfo("Europe/Paris")
MOST_DATES = 800
YEARS = range(1990, 2100)
Frequency = Literal["daily", "weekly", "monthly_weekday", "monthly_day"]
_RRULE = {"daily": rrule.DAILY, "weekly": rrule.WEEKLY}


@dataclass(frozen=True)
class Rule:
    """How a date comes back. Weekdays: 0 is Monday; `nth` 1 to 4 or -1 (the last of the month)."""

    frequency: Frequency
    until: dt.date
    every: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 1
    month_day: int = 1


@dataclass(frozen=True)
class Extra:
    """A date of its own; without hours it has those of the series."""

    day: dt.date
    starts: dt.time | None = None
    ends: dt.time | None = None


@dataclass(frozen=True)
class Slot:
    """One date: aware instants, `end` None when open, for whole days the midnight after.

    `key` names the date for ever (the day it was planned for); `planned` is its start before it
    was moved.
    """

    start: dt.datetime
    end: dt.datetime | None
    key: str
    planned: dt.datetime
    all_day: bool = False


@dataclass(frozen=True)
class Recurrence:
    """One date, some dates, or a series. `starts` None means all day; `days` each date lasts."""

    start: dt.date
    starts: dt.time | None = None
    ends: dt.time | None = None
    days: int = 1
    rule: Rule | None = None
    struck: frozenset[dt.date] = frozenset()
    moved: dict[dt.date, Extra] = field(default_factory=dict, hash=False)
    added: tuple[Extra, ...] = ()
    skip_school_holidays: bool = False
    skip_public_holidays: bool = False

    def dates(self, school: Iterable[Period] | None = None) -> list[Slot]:
        """The exact dates in order. Raises ScheduleError when they cannot be or are too many."""
        self.check()
        periods = tuple(school_holidays() if school is None else school)
        planned = list(self._planned(periods))
        slots = [*planned, *self._added({slot.start for slot in planned})]
        if len(slots) > MOST_DATES:
            raise too_many()
        if not slots:
            raise ScheduleError(_("This leaves no date at all. Please check the exceptions."))
        return sorted(slots, key=lambda slot: slot.start)

    def with_days(
        self, days: Iterable[dt.date], school: Iterable[Period] | None = None
    ) -> "Recurrence":
        """The same series on more days, at its own hours; those it has already are not added."""
        periods = tuple(school_holidays() if school is None else school)
        had = {slot.start for slot in (*self._planned(periods), *self._added(set()))}
        new = tuple(Extra(day) for day in days if self._instants(Extra(day))[0] not in had)
        return replace(self, added=(*self.added, *new))

    def check(self) -> None:
        """Raises ScheduleError for a schedule that makes no sense."""
        extras = [*self.moved.values(), *self.added]
        for day in (self.start, *(extra.day for extra in extras)):
            if day.year not in YEARS:
                raise ScheduleError(_("Please check the year."), "start")
        if not 1 <= self.days <= 366:
            raise ScheduleError(_("A date lasts from 1 to 366 days."), "days")
        _check_hours(self.starts, self.ends, self.days)
        for extra in extras:
            _check_hours(extra.starts or self.starts, extra.ends, self.days)
        if self.rule:
            _check_rule(self.rule, self.start)

    def skipped(self, periods: Iterable[Period], day: dt.date) -> bool:
        """Whether the series rests on that day."""
        school = self.skip_school_holidays and during(periods, day)
        public = self.skip_public_holidays and day in public_holidays(day.year)
        return school or public or day in self.struck

    def _planned(self, periods: tuple[Period, ...]) -> Iterator[Slot]:
        for day in self._days():
            if day in self.moved:
                yield self._slot(self.moved[day], day.isoformat(), planned=day)
            elif not self.skipped(periods, day):
                yield self._slot(Extra(day), day.isoformat())

    def _days(self) -> list[dt.date]:
        if self.rule is None:
            return [self.start]
        days = [moment.date() for moment in islice(_rrule(self.rule, self.start), MOST_DATES + 1)]
        if len(days) > MOST_DATES:
            raise too_many()
        return days

    def _added(self, taken: set[dt.datetime]) -> Iterator[Slot]:
        """The dates of their own; a moment that the series has already is not had twice."""
        for extra in self.added:
            hour = f"+{extra.starts:%H%M}" if extra.starts else "+"
            slot = self._slot(extra, extra.day.isoformat() + hour)
            if slot.start not in taken:
                taken.add(slot.start)
                yield slot

    def _slot(self, extra: Extra, key: str, planned: dt.date | None = None) -> Slot:
        start, end = self._instants(extra)
        original = self._instants(Extra(planned))[0] if planned else start
        return Slot(start, end, key, original, all_day=not (extra.starts or self.starts))

    def _instants(self, extra: Extra) -> tuple[dt.datetime, dt.datetime | None]:
        starts = extra.starts or self.starts
        ends = extra.ends or (self.ends if not extra.starts else self._same_length(extra.starts))
        last = extra.day + dt.timedelta(days=self.days - 1)
        if starts is None:
            return _at(extra.day, dt.time()), _at(last + dt.timedelta(days=1), dt.time())
        start = _at(extra.day, starts)
        if ends is None:
            return start, None
        # An hour that the spring change skips must not turn the end before the start.
        return start, max(start, _at(last, ends), key=lambda moment: moment.astimezone(dt.UTC))

    def _same_length(self, starts: dt.time) -> dt.time | None:
        """The end of a date that begins at another hour and lasts as long as the others."""
        if self.starts is None or self.ends is None:
            return None
        minutes = _minutes(starts) + _minutes(self.ends) - _minutes(self.starts)
        return _time(min(max(minutes, _minutes(starts)), 24 * 60 - 1))


def too_many() -> ScheduleError:
    return ScheduleError(
        _("This makes more than %(most)d dates. Please choose an earlier end.")
        % {"most": MOST_DATES},
        "until",
    )


def _check_hours(starts: dt.time | None, ends: dt.time | None, days: int) -> None:
    if ends and not starts:
        raise ScheduleError(_("Please give the hour it starts too."), "starts")
    if starts and ends and days == 1 and ends <= starts:
        raise ScheduleError(_("It ends before it starts. Please check the hours."), "ends")


def _check_rule(rule: Rule, start: dt.date) -> None:
    if rule.until < start:
        raise ScheduleError(_("The series ends before it starts."), "until")
    if rule.until.year not in YEARS:
        raise ScheduleError(_("Please check the year."), "until")
    if not 1 <= rule.every <= 52:
        raise ScheduleError(_("Every how many weeks? A number from 1 to 52."), "every")
    if rule.frequency in ("weekly", "monthly_weekday") and not rule.weekdays:
        raise ScheduleError(_("Which day of the week?"), "weekdays")
    if not set(rule.weekdays) <= set(range(7)) or rule.nth not in (1, 2, 3, 4, -1):
        raise ScheduleError(_("Which day of the week?"), "weekdays")
    if not 1 <= rule.month_day <= 31:
        raise ScheduleError(_("Which day of the month? A number from 1 to 31."), "month_day")


def _rrule(rule: Rule, start: dt.date) -> rrule.rrule:
    """The bare rule over days, without hours: those are put on in local time afterwards."""
    options: dict[str, object] = {}
    if rule.frequency == "weekly":
        options["byweekday"] = rule.weekdays
    elif rule.frequency == "monthly_weekday":
        options["byweekday"] = [rrule.weekday(day, rule.nth) for day in rule.weekdays]
    elif rule.frequency == "monthly_day":
        options["bymonthday"] = rule.month_day
    return rrule.rrule(
        _RRULE.get(rule.frequency, rrule.MONTHLY),
        dtstart=dt.datetime.combine(start, dt.time()),
        until=dt.datetime.combine(rule.until, dt.time()),
        interval=rule.every,
        **options,
    )


def _at(day: dt.date, time: dt.time) -> dt.datetime:
    return dt.datetime.combine(day, time, tzinfo=ZONE)


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute


def _time(minutes: int) -> dt.time:
    return dt.time(minutes // 60, minutes % 60)
