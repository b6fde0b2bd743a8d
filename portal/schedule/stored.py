"""A rhythm as JSON, the way a page keeps it and the editor's form sends it.

{"start": "2026-01-06", "starts": "14:00", "ends": "16:00", "days": 1,
 "rule": {"frequency": "weekly", "every": 1, "weekdays": [1], "nth": 1, "month_day": 1,
          "until": "2026-06-30"},
 "skip_school_holidays": true, "skip_public_holidays": true, "struck": ["2026-03-03"],
 "moved": [{"from": "2026-03-10", "day": "2026-03-11", "starts": "15:00"}],
 "added": [{"day": "2026-07-07"}]}
Only "start" is required.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from portal.schedule.errors import ScheduleError
from portal.schedule.recurrence import MOST_DATES, Extra, Recurrence, Rule, too_many

Stored = Mapping[str, Any]
FREQUENCIES = ("daily", "weekly", "monthly_weekday", "monthly_day")


def from_dict(stored: Stored) -> Recurrence:
    """The rhythm a JSON object describes. Raises ScheduleError naming what cannot be read."""
    try:
        return _recurrence(stored)
    except ScheduleError:
        raise
    except (AttributeError, KeyError, OverflowError, TypeError, ValueError) as error:
        raise ScheduleError(_("This schedule cannot be read.")) from error


def to_dict(recurrence: Recurrence) -> dict[str, Any]:
    """The shortest JSON object that `from_dict` reads back as the same rhythm."""
    full = {
        "start": recurrence.start.isoformat(),
        "starts": _hour(recurrence.starts),
        "ends": _hour(recurrence.ends),
        "days": recurrence.days if recurrence.days > 1 else None,
        "rule": _rule_dict(recurrence.rule) if recurrence.rule else None,
        "skip_school_holidays": recurrence.skip_school_holidays,
        "skip_public_holidays": recurrence.skip_public_holidays,
        "struck": sorted(day.isoformat() for day in recurrence.struck),
        "moved": [
            {"from": day.isoformat(), **_extra_dict(extra)}
            for day, extra in sorted(recurrence.moved.items())
        ],
        "added": [_extra_dict(extra) for extra in recurrence.added],
    }
    return {name: value for name, value in full.items() if value}


def _recurrence(stored: Stored) -> Recurrence:
    exceptions = [stored.get(name) or [] for name in ("struck", "moved", "added")]
    struck, moved, added = exceptions
    if sum(map(len, exceptions)) > MOST_DATES:
        raise too_many()
    return Recurrence(
        start=_day(stored["start"]),
        starts=_time(stored.get("starts")),
        ends=_time(stored.get("ends")),
        days=int(stored.get("days") or 1),
        rule=_rule(stored["rule"]) if stored.get("rule") else None,
        struck=frozenset(map(_day, struck)),
        moved={_day(one["from"]): _extra(one) for one in moved},
        added=tuple(map(_extra, added)),
        skip_school_holidays=bool(stored.get("skip_school_holidays")),
        skip_public_holidays=bool(stored.get("skip_public_holidays")),
    )


def _rule(stored: Stored) -> Rule:
    if stored["frequency"] not in FREQUENCIES:
        raise ScheduleError(_("This schedule cannot be read."), "frequency")
    if not stored.get("until"):
        raise ScheduleError(_("Until when? A series needs an end."), "until")
    return Rule(
        frequency=stored["frequency"],
        until=_day(stored["until"]),
        every=int(stored.get("every") or 1),
        weekdays=tuple(sorted({int(day) for day in stored.get("weekdays") or ()})),
        nth=int(stored.get("nth") or 1),
        month_day=int(stored.get("month_day") or 1),
    )


def _rule_dict(rule: Rule) -> dict[str, Any]:
    full = {
        "frequency": rule.frequency,
        "every": rule.every,
        "weekdays": list(rule.weekdays),
        "until": rule.until.isoformat(),
    }
    if rule.frequency == "monthly_weekday":
        full["nth"] = rule.nth
    if rule.frequency == "monthly_day":
        full["month_day"] = rule.month_day
    return full


def _extra(stored: Stored) -> Extra:
    return Extra(_day(stored["day"]), _time(stored.get("starts")), _time(stored.get("ends")))


def _extra_dict(extra: Extra) -> dict[str, str]:
    full = {"day": extra.day.isoformat(), "starts": _hour(extra.starts), "ends": _hour(extra.ends)}
    return {name: value for name, value in full.items() if value}


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _time(text: str | None) -> dt.time | None:
    if not text:
        return None
    return dt.time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)


def _hour(time: dt.time | None) -> str:
    return time.isoformat("minutes") if time else ""
