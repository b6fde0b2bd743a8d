"""Reads a calendar file into series with exact local dates, and says what it had to repair."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from icalendar import Calendar

from events.imports.entry import (
    LONGEST_TITLE,
    Entry,
    day_of,
    extra_of,
    hours_of,
    plain,
    tidied,
    title,
    version,
)
from events.imports.errors import CalendarError
from events.imports.lines import Block, blocks
from events.imports.rhythm import days_of
from portal.schedule import MOST_DATES, Extra, Recurrence, Rule, ScheduleError
from portal.schedule.recurrence import YEARS

HORIZON = dt.timedelta(days=730)
LONGEST_TEXT = 5000


@dataclass(frozen=True)
class Incoming:
    """One series at the source. `cancelled` holds the keys of its cancelled dates."""

    uid: str
    title: str
    text: str
    where: str
    recurrence: Recurrence
    cancelled: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Reading:
    """What a file holds, and the repairs it needed, in words."""

    series: list[Incoming]
    notes: list[str]


def read(content: bytes, today: dt.date) -> Reading:
    """The series of an iCalendar file; an endless one is followed for two years.

    Raises CalendarError when the file is no calendar or too large.
    """
    notes: list[str] = []
    found = blocks(content, notes)
    zones = [block.text for block in found if block.name == "VTIMEZONE"]
    by_uid: dict[str, list[Entry]] = defaultdict(list)
    for block in found:
        if block.name == "VEVENT" and (event := _event(block, zones, notes)):
            by_uid[str(event["uid"])].append(event)
    series = []
    for uid, entries in by_uid.items():
        try:
            series.append(_series(uid, entries, today, notes))
        except (CalendarError, ScheduleError) as error:
            notes.append(f"« {title(entries[0])} » : {error.message}")
    return Reading(series, notes)


def _event(block: Block, zones: list[str], notes: list[str]) -> Entry | None:
    """The entry, or None with a note when its beginning or its name cannot be read."""
    text = "BEGIN:VCALENDAR\r\n" + "".join(zones) + block.text + "END:VCALENDAR\r\n"
    try:
        event = tidied(Calendar.from_ical(text).walk("VEVENT")[0])
        start = event["dtstart"].dt
        if not event.get("uid") or start.year not in YEARS:
            raise ValueError
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, OverflowError):
        notes.append(_("The entry of line %d cannot be read and was left out.") % block.number)
        return None
    for name, _problem in event.errors:
        words = {"number": block.number, "name": name}
        notes.append(_("In the entry of line %(number)d, %(name)s was left out.") % words)
    return event


def _series(uid: str, entries: list[Entry], today: dt.date, notes: list[str]) -> Incoming:
    masters = [entry for entry in entries if "recurrence-id" not in entry]
    changes = [entry for entry in entries if "recurrence-id" in entry]
    if len(masters) > 1:
        notes.append(_("« %s » is there twice: its latest version was kept.") % title(masters[0]))
    master = max(masters, key=version) if masters else None
    usual = master or changes[0]
    recurrence = _recurrence(usual, today) if master else _only(changes)
    moved, gone = _changes(changes if master else [], recurrence)
    full = _replaced(recurrence, moved)
    keys = {slot.key[:10]: slot.key for slot in full.dates(())}
    days = {day: moved[day].day if day in moved else day for day in gone}
    cancelled = {keys.get(f"{day}") or keys.get(f"{now}", "") for day, now in days.items()}
    if _is_cancelled(usual):
        cancelled = set(keys.values())
    return Incoming(
        uid=uid[:255],
        title=title(usual),
        text=plain(usual.get("description", ""))[:LONGEST_TEXT],
        where=plain(usual.get("location", ""))[:LONGEST_TITLE],
        recurrence=full,
        cancelled=frozenset(cancelled - {""}),
    )


def _recurrence(event: Entry, today: dt.date) -> Recurrence:
    start = day_of(event["dtstart"].dt)
    starts, ends, days = hours_of(event)
    chosen = _days(event, start, today + HORIZON)
    if len(chosen) > MOST_DATES:
        raise CalendarError(_("This makes more than %d dates.") % MOST_DATES)
    if not chosen:
        raise CalendarError(_("This leaves no date at all."))
    base = Recurrence(start=chosen[0], starts=starts, ends=ends, days=days)
    return _with_days(base, chosen)


def _with_days(base: Recurrence, days: list[dt.date]) -> Recurrence:
    """A weekly rule with its holes when it says it shorter, else the days one by one."""
    weekdays = {day.weekday() for day in days}
    span = range((days[-1] - days[0]).days + 1)
    expected = [days[0] + dt.timedelta(days=n) for n in span]
    expected = [day for day in expected if day.weekday() in weekdays]
    holes = set(expected) - set(days)
    if len(days) > 2 and len(holes) < len(days) / 2 and len(expected) <= MOST_DATES:
        rule = Rule("weekly", until=days[-1], weekdays=tuple(sorted(weekdays)))
        return _replace(base, rule=rule, struck=frozenset(holes))
    return _replace(base, added=tuple(Extra(day) for day in days[1:]))


def _days(event: Entry, start: dt.date, horizon: dt.date) -> list[dt.date]:
    """The days of RRULE and RDATE without those of EXDATE, in order."""
    chosen = {start}
    rules = event.get("rrule", [])
    for rule in rules if isinstance(rules, list) else [rules]:
        until = [day_of(one) for one in rule.get("UNTIL", [])]
        last = min([horizon, *until]) if start <= horizon else start
        for day in days_of(rule, start, last):
            chosen.add(day)
            if len(chosen) > 20 * MOST_DATES:
                raise CalendarError(_("This makes more than %d dates.") % MOST_DATES)
    chosen |= set(_listed(event, "rdate"))
    chosen -= set(_listed(event, "exdate"))
    oldest = (
        min(start, horizon - 2 * HORIZON) if len(chosen) <= MOST_DATES else horizon - 2 * HORIZON
    )
    return sorted(day for day in chosen if day >= oldest and day.year in YEARS)


def _listed(event: Entry, name: str) -> Iterable[dt.date]:
    lists = event.get(name, [])
    for one in lists if isinstance(lists, list) else [lists]:
        for entry in getattr(one, "dts", []):
            moment = entry.dt[0] if isinstance(entry.dt, tuple) else entry.dt
            yield day_of(moment)


def _only(changes: list[Entry]) -> Recurrence:
    """Changed dates whose series is not in the file: they are dates of their own."""
    first, *others = sorted(changes, key=lambda entry: day_of(entry["dtstart"].dt))
    starts, ends, days = hours_of(first)
    extras = tuple(extra_of(entry) for entry in others)
    return Recurrence(day_of(first["dtstart"].dt), starts, ends, days, added=extras)


def _changes(
    changes: list[Entry], recurrence: Recurrence
) -> tuple[dict[dt.date, Extra], set[dt.date]]:
    """What was moved, by its planned day, and the planned days of what was cancelled."""
    moved: dict[dt.date, Extra] = {}
    cancelled: set[dt.date] = set()
    for entry in sorted(changes, key=version):
        planned = day_of(entry["recurrence-id"].dt)
        extra = extra_of(entry)
        if extra != Extra(planned, recurrence.starts, recurrence.ends):
            moved[planned] = extra
        if _is_cancelled(entry):
            cancelled.add(planned)
    return moved, cancelled


def _is_cancelled(entry: Entry) -> bool:
    return str(entry.get("status", "")).upper() == "CANCELLED"


def _replaced(recurrence: Recurrence, moved: dict[dt.date, Extra]) -> Recurrence:
    """The series with its moved dates; one of the added days that moves is simply another day."""
    added = tuple(moved.get(extra.day, extra) for extra in recurrence.added)
    planned = {extra.day for extra in recurrence.added}
    kept = {day: extra for day, extra in moved.items() if day not in planned}
    return _replace(recurrence, added=added, moved=kept)


def _replace(recurrence: Recurrence, **changes: object) -> Recurrence:
    return Recurrence(**{**vars(recurrence), **changes})
