"""Publishing a dated page writes its dates: those that stay keep their identity and bookings."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from events.models import CalendarVersion, Occurrence, SchoolHoliday
from mediation.models import DatedPage
from portal.schedule import ZONE, Slot, from_dict

State = Occurrence.State
# A date taken out so soon after it was announced is a slip of the pen: nobody has planned for it.
JUST_ANNOUNCED = dt.timedelta(hours=1)


@transaction.atomic
def write_dates(page: DatedPage, slots: list[Slot] | None = None) -> None:
    """Makes the rows of a page (in its source language) those of its schedule.

    A date that left the schedule is erased when nobody can know it, else it is cancelled in sight
    of all. What is over stays as it was. Raises ScheduleError.
    """
    slots = from_dict(page.schedule).dates(SchoolHoliday.known()) if slots is None else slots
    now = timezone.now()
    rows = Occurrence.objects.filter(page=page)
    known = _named_anew({row.key: row for row in rows}, slots)
    shared = _shared(page)
    new, changed = [], []
    for slot in slots:
        row = known.pop(slot.key, None)
        if row is None:
            new.append(_row(page, slot, shared))
        elif _update(row, slot, shared, now):
            changed.append(row)
    changed += _withdraw(known.values(), now)
    Occurrence.objects.bulk_create(new)
    Occurrence.objects.bulk_update(changed, FIELDS, batch_size=200)
    CalendarVersion.raise_number()


FIELDS = (
    "key",
    "starts_at",
    "ends_at",
    "over_at",
    "planned_at",
    "scheduled_at",
    "all_day",
    "state",
    "withdrawn",
    "reason",
    "reason_br",
    "sequence",
    "commune",
    "place",
    "capacity",
    "changed_at",
)


def over_at(start: dt.datetime, end: dt.datetime | None) -> dt.datetime:
    """When a date is over: without a known end, at the end of its day."""
    if end is not None:
        return max(end, start + dt.timedelta(minutes=1))
    tomorrow = start.astimezone(ZONE).date() + dt.timedelta(days=1)
    return dt.datetime.combine(tomorrow, dt.time(), tzinfo=ZONE)


def _shared(page: DatedPage) -> dict[str, Any]:
    place = page.place
    commune = place.commune if place else page.commune
    return {"commune": commune, "place_id": page.place_id, "capacity": page.capacity or None}


def _times(slot: Slot) -> dict[str, Any]:
    return {
        "starts_at": slot.start,
        "ends_at": slot.end,
        "over_at": over_at(slot.start, slot.end),
        "planned_at": slot.planned,
        "all_day": slot.all_day,
    }


def _row(page: DatedPage, slot: Slot, shared: Mapping[str, Any]) -> Occurrence:
    return Occurrence(
        page_id=page.pk, series=page.translation_key, key=slot.key, **_times(slot), **shared
    )


def _update(row: Occurrence, slot: Slot, shared: Mapping[str, Any], now: dt.datetime) -> bool:
    """Whether anything changed."""
    wanted = {"key": slot.key, **shared, **_moment(row, slot)}
    if row.capacity is not None and (wanted["capacity"] or 0) < row.taken:
        wanted["capacity"] = row.capacity  # nobody who booked loses the seat
    different = {name: value for name, value in wanted.items() if getattr(row, name) != value}
    for name, value in different.items():
        setattr(row, name, value)
    if {"starts_at", "ends_at", "state"} & set(different):
        row.sequence += 1
    if different:
        row.changed_at = now
    return bool(different)


def _moment(row: Occurrence, slot: Slot) -> dict[str, Any]:
    """When it takes place, and what it is then called.

    A date moved by hand stays where it was put as long as its schedule says of it what it said.
    """
    times = {**_times(slot), "scheduled_at": None}
    as_planned = {"withdrawn": False, "state": State.SCHEDULED, "reason": "", "reason_br": ""}
    if row.withdrawn:
        return times | as_planned
    if row.scheduled_at == slot.start:
        return {"planned_at": slot.planned}
    if slot.start != slot.planned:
        return times | ({"state": State.MOVED} if row.starts_at != slot.start else {})
    return times | (as_planned if row.state == State.MOVED else {})


def _named_anew(known: dict[str, Occurrence], slots: list[Slot]) -> dict[str, Occurrence]:
    """The rows by key; one whose key left the schedule answers for a new key of its moment.

    Days listed one by one may have become a rhythm: « 2026-12-08+ » is then « 2026-12-08 ».
    """
    keys = {slot.key for slot in slots}
    left = {row.planned_at: key for key, row in known.items() if key not in keys}
    for slot in slots:
        if slot.key not in known and (old := left.pop(slot.planned, None)):
            known[slot.key] = known.pop(old)
    return known


def _withdraw(rows: Any, now: dt.datetime) -> list[Occurrence]:
    """The rows to cancel; those that nobody can know are erased at once."""
    future = [row for row in rows if row.over_at > now and not row.withdrawn]
    booked = set(
        Occurrence.objects.filter(pk__in=[row.pk for row in future], bookings__isnull=False)
        .values_list("pk", flat=True)
        .distinct()
    )
    kept, unknown = [], []
    for row in future:
        is_new = row.created_at > now - JUST_ANNOUNCED and row.pk not in booked
        (unknown if is_new else kept).append(row)
    Occurrence.objects.filter(pk__in=[row.pk for row in unknown]).delete()
    for row in kept:
        _cancel(row, now)
    return kept


def _cancel(row: Occurrence, now: dt.datetime) -> None:
    row.withdrawn, row.sequence, row.changed_at = True, row.sequence + 1, now
    if row.state != State.CANCELLED:
        row.state = State.CANCELLED
        with override("fr"):
            row.reason = _("This date is no longer planned.")
        with override("br"):
            row.reason_br = _("This date is no longer planned.")
