"""What may befall one date: cancelled, moved, full, back again. It stays in sight as what it is."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models import CalendarVersion, Occurrence
from events.publishing import over_at
from portal.schedule import ScheduleError

State = Occurrence.State


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
) -> None:
    """The date takes place at another moment. Raises ScheduleError when it would end too early."""
    if end is not None and end <= start:
        raise ScheduleError(_("It ends before it starts. Please check the hours."), "ends_at")
    date.scheduled_at = date.scheduled_at or date.starts_at
    date.starts_at, date.ends_at, date.over_at = start, end, over_at(start, end)
    _become(date, State.MOVED, reason, reason_br)


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
    length = date.ends_at - date.starts_at if date.ends_at else None
    date.starts_at = date.planned_at
    date.ends_at = date.planned_at + length if length is not None else None
    date.over_at = over_at(date.starts_at, date.ends_at)
    date.replacement, date.withdrawn = None, False
    _become(date, State.SCHEDULED, "", "", news=news)


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
