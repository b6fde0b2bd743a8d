"""One VEVENT in plain values: its hours on the clock of the territory, its words without tags."""

import datetime as dt
import html
import re
from typing import Any

import nh3
from django.utils.translation import gettext as _
from icalendar import vBroken

from portal.schedule import ZONE, Extra

Entry = Any  # icalendar's Event: the type of each value depends on the file
LONGEST_TITLE = 200
MANY = {"RRULE", "RDATE", "EXDATE"}  # what a date may say more than once


def tidied(entry: Entry) -> Entry:
    """Values that cannot be read go; of what should be said once, the first stays."""
    for name in list(entry):
        said = entry[name] if isinstance(entry[name], list) else [entry[name]]
        good = [value for value in said if not isinstance(value, vBroken)]
        del entry[name]
        if good:
            entry[name] = good if name in MANY and len(good) > 1 else good[0]
    return entry


def extra_of(entry: Entry) -> Extra:
    starts, ends, _days = hours_of(entry)
    return Extra(day_of(entry["dtstart"].dt), starts, ends)


def hours_of(entry: Entry) -> tuple[dt.time | None, dt.time | None, int]:
    """Start, end and number of days; an end that is missing or too early is left open."""
    start, end = entry["dtstart"].dt, _end(entry)
    if not isinstance(start, dt.datetime):
        length = (end - start).days if end and not isinstance(end, dt.datetime) else 1
        return None, None, min(max(1, length), 366)
    local = _local(start)
    if not isinstance(end, dt.datetime) or _local(end) <= local:
        return local.time().replace(second=0), None, 1
    days = min((_local(end).date() - local.date()).days + 1, 366)
    if days == 2 and _local(end).time() == dt.time():
        return local.time().replace(second=0), dt.time(23, 59), 1
    return local.time().replace(second=0), _local(end).time().replace(second=0), days


def _end(entry: Entry) -> Any:
    if "dtend" in entry:
        return entry["dtend"].dt
    if "duration" in entry and isinstance(entry["duration"].dt, dt.timedelta):
        return entry["dtstart"].dt + entry["duration"].dt
    return None


def _local(moment: dt.datetime) -> dt.datetime:
    """On the clock of the territory; a floating hour, or one of an unknown zone, is local."""
    return (moment.astimezone(ZONE) if moment.tzinfo else moment).replace(tzinfo=None)


def day_of(moment: dt.date) -> dt.date:
    return _local(moment).date() if isinstance(moment, dt.datetime) else moment


def version(entry: Entry) -> tuple[int, str]:
    changed = entry.get("last-modified") or entry.get("dtstamp")
    return int(entry.get("sequence", 0)), changed.dt.isoformat() if changed else ""


def title(entry: Entry) -> str:
    return plain(entry.get("summary", ""))[:LONGEST_TITLE] or _("Untitled")


def plain(text: object) -> str:
    """Text without tags: partners' descriptions often hold HTML."""
    bare = html.unescape(nh3.clean(re.sub(r"<(br|/p|/li)\b[^>]*>", "\n", str(text)), tags=set()))
    return re.sub(r"[ \t]+", " ", re.sub(r"\n{3,}", "\n\n", bare)).strip()
