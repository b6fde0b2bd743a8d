"""A rhythm in the words of RFC 5545, for calendars elsewhere: RRULE text out and in."""

import datetime as dt
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from django.utils.translation import gettext_lazy as _

from portal.schedule.errors import ScheduleError
from portal.schedule.recurrence import ZONE, Rule

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMES = {
    "daily": "DAILY",
    "weekly": "WEEKLY",
    "monthly_weekday": "MONTHLY",
    "monthly_day": "MONTHLY",
}
_KNOWN = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "UNTIL", "WKST"}


def to_rrule(rule: Rule, starts: dt.time | None = None) -> str:
    """« FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T120000Z »; UNTIL is a day when `starts` is None."""
    parts = [f"FREQ={_NAMES[rule.frequency]}"]
    if rule.every > 1:
        parts.append(f"INTERVAL={rule.every}")
    if rule.frequency in ("weekly", "monthly_weekday"):
        nth = str(rule.nth) if rule.frequency == "monthly_weekday" else ""
        parts.append("BYDAY=" + ",".join(nth + WEEKDAYS[day] for day in rule.weekdays))
    if rule.frequency == "monthly_day":
        parts.append(f"BYMONTHDAY={rule.month_day}")
    return ";".join([*parts, f"UNTIL={_until(rule.until, starts)}"])


def from_rrule(text: str, start: dt.date) -> Rule:
    """The rule of an RRULE text, when it is one of ours; ScheduleError for any other."""
    text = text.strip().removeprefix("RRULE:").upper()
    try:
        parts = dict(part.split("=", 1) for part in text.split(";") if part)
        rrulestr(text, dtstart=dt.datetime.combine(start, dt.time(), tzinfo=dt.UTC))
        if not set(parts) <= _KNOWN or "UNTIL" not in parts:
            raise ValueError(text)
        return _rule(parts, start)
    except (IndexError, KeyError, TypeError, ValueError) as error:
        raise ScheduleError(_("This rhythm is not one the portal can write.")) from error


def _rule(parts: dict[str, str], start: dt.date) -> Rule:
    until, every = _day(parts["UNTIL"]), int(parts.get("INTERVAL", 1))
    days = [part for part in parts.get("BYDAY", "").split(",") if part]
    weekdays = tuple(sorted(WEEKDAYS.index(day[-2:]) for day in days))
    positions = {day[:-2] for day in days}
    if parts["FREQ"] == "DAILY" and not days and "BYMONTHDAY" not in parts:
        return Rule("daily", until, every)
    if parts["FREQ"] == "WEEKLY" and positions <= {""} and "BYMONTHDAY" not in parts:
        return Rule("weekly", until, every, weekdays or (start.weekday(),))
    if parts["FREQ"] == "MONTHLY" and len(positions) == 1 and "BYMONTHDAY" not in parts:
        return Rule("monthly_weekday", until, every, weekdays, nth=int(positions.pop()))
    if parts["FREQ"] == "MONTHLY" and not days:
        month_day = int(parts.get("BYMONTHDAY", start.day))
        return Rule("monthly_day", until, every, month_day=month_day)
    raise ValueError(parts["FREQ"])


def _until(day: dt.date, starts: dt.time | None) -> str:
    if starts is None:
        return f"{day:%Y%m%d}"
    moment = dt.datetime.combine(day, starts, tzinfo=ZONE)
    return f"{moment.astimezone(ZoneInfo('UTC')):%Y%m%dT%H%M%SZ}"


def _day(until: str) -> dt.date:
    """The local day of an UNTIL, which is a day, a local time or an instant."""
    moment = dt.datetime.fromisoformat(until)
    return (moment if moment.tzinfo is None else moment.astimezone(ZONE)).date()
