"""What may befall one date: cancelled, moved, full, back again. It stays in sight as what it is."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models import CalendarVersion, Occurrence
from events.publishing import over_at
from portal.schedule import ZONE, ScheduleError
from portal.schedule.recurrence import YEARS

State = Occurrence.State
MIDNIGHT = dt.time()


@transaction.atomic
def cancel(
    date: Occurrence, reason: str, reason_br: str = "", instead: Occurrence | None = None
) -> None:
    """The date does not take place; `instead` is another date to come to."""
    date.replacement = instead
    _become(date, State.CANCELLED, reason, reason_br)


@transaction.atomic
def move(
    date: Occurrence,
    start: dt.datetime,
    end: dt.datetime | None,
    reason: str = "",
    reason_br: str = "",
    *,
    all_day: bool = False,
) -> None:
    """The date takes place at another moment. Raises ScheduleError when it would end too early."""
    # In UTC: an hour that the spring change skips is after the next one.
    if end is not None and end.astimezone(dt.UTC) <= start.astimezone(dt.UTC):
        raise ScheduleError(_("It ends before it starts. Please check the hours."), "ends")
    date.scheduled_at = date.scheduled_at or date.starts_at
    date.starts_at, date.ends_at, date.over_at = start, end, over_at(start, end)
    date.all_day = all_day
    _become(date, State.MOVED, reason, reason_br)


def move_to(
    date: Occurrence,
    day: dt.date,
    starts: dt.time | None,
    ends: dt.time | None,
    reason: str = "",
    reason_br: str = "",
) -> None:
    """Moves the date to a day, for as many days as it lasts; without hours, for whole days.

    Raises ScheduleError.
    """
    if day.year not in YEARS:
        raise ScheduleError(_("Please check the year."), "day")
    if ends and not starts:
        raise ScheduleError(_("Please give the hour it starts too."), "starts")
    last = day + _nights(date)
    is_open = starts and not ends and last == day
    start = dt.datetime.combine(day, starts or MIDNIGHT, tzinfo=ZONE)
    end = None if is_open else _end(last, ends)
    move(date, start, end, reason, reason_br, all_day=not starts)


@transaction.atomic
def mark_full(date: Occurrence, reason: str = "", reason_br: str = "") -> None:
    """No seat is left, whoever counts them. No news for those who have one, or who wait."""
    _become(date, State.FULL, reason, reason_br, news=False)


@transaction.atomic
def restore(date: Occurrence) -> None:
    """The date takes place after all, at the moment it was planned for."""
    news = date.is_cancelled or date.starts_at != date.planned_at
    scheduled = date.scheduled_at or date.starts_at
    date.scheduled_at = scheduled if scheduled != date.planned_at else None
    date.all_day, date.ends_at = _was_all_day(date), _planned_end(date)
    date.starts_at = date.planned_at
    date.over_at = over_at(date.starts_at, date.ends_at)
    date.replacement, date.withdrawn = None, False
    _become(date, State.SCHEDULED, "", "", news=news)


def _nights(date: Occurrence) -> dt.timedelta:
    """From its first day to its last."""
    return date.last_day - date.local_start.date()


def _end(last: dt.date, ends: dt.time | None = None) -> dt.datetime:
    """On the last day; without an hour, or at midnight, when that day is over."""
    if not ends or ends == MIDNIGHT:
        last, ends = last + dt.timedelta(days=1), MIDNIGHT
    return dt.datetime.combine(last, ends, tzinfo=ZONE)


def _was_all_day(date: Occurrence) -> bool:
    """Whether it is planned for whole days; one that was moved to hours was planned at midnight."""
    moved = date.starts_at != date.planned_at
    return date.all_day or (moved and date.planned_at.astimezone(ZONE).time() == MIDNIGHT)


def _planned_end(date: Occurrence) -> dt.datetime | None:
    """The end of the date put back: it lasts as long, by the clock of the territory."""
    planned = date.planned_at.astimezone(ZONE)
    if _was_all_day(date):
        return _end(planned.date() + _nights(date))
    return planned + (date.local_end - date.local_start) if date.local_end else None


def _become(
    date: Occurrence, state: str, reason: str, reason_br: str, *, news: bool = True
) -> None:
    if not news:
        date.bookings.filter(told_sequence=date.sequence).update(told_sequence=date.sequence + 1)
    date.state, date.reason, date.reason_br = state, reason, reason_br
    date.sequence += 1
    date.changed_at = timezone.now()
    # Seats are taken by bookings meanwhile: that column is left alone.
    fields = [field.name for field in date._meta.fields if field.name not in ("id", "taken")]
    date.save(update_fields=fields)
    CalendarVersion.raise_number()
