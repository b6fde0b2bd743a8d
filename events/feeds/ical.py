"""iCalendar (RFC 5545 and 7986): one entry a series, and a word for each date that changed.

No METHOD: it would make every entry without ORGANIZER invalid (RFC 5546).
"""

import datetime as dt

from django.utils.translation import gettext as _
from django.utils.translation import override
from icalendar import Calendar, Event, Timezone, vDDDLists, vDuration, vRecur, vUri

from events.feeds.pattern import Pattern, find_pattern
from events.feeds.rows import Feed, FeedRow, by_series
from mediation.session_choices import ACCESS, FORMATS
from portal.schedule import ZONE

CONTENT_TYPE = "text/calendar; charset=utf-8"
REFRESH = dt.timedelta(hours=6)
# The European Union's summer time since 1996 (directive 2000/84/CE).
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
""".replace("\n", "\r\n")


def to_ical(feed: Feed) -> bytes:
    """The feed as a calendar to subscribe to."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{feed.host}//agenda//{feed.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    _name(calendar, feed)
    calendar.add_component(Timezone.from_ical(_ZONE))
    with override(feed.language):
        for rows in by_series(feed.rows):
            for entry in _entries(rows, feed):
                calendar.add_component(entry)
    return bytes(calendar.to_ical())


def one_date(feed: Feed) -> bytes:
    """The feed's only row as a calendar of its own: its UID never meets that of its series."""
    (row,) = feed.rows
    with override(feed.language):
        entry = _entry(row, feed)
        entry["uid"] = f"{row.series}-{row.key.replace('+', '-')}@{feed.host}"
        entry.add("related-to", _uid(row, feed))
    calendar = Calendar()
    calendar.add("prodid", f"-//{feed.host}//agenda//{feed.language.upper()}")
    calendar.add("version", "2.0")
    calendar.add_component(Timezone.from_ical(_ZONE))
    calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _name(calendar: Calendar, feed: Feed) -> None:
    calendar.add("name", feed.title)
    calendar.add("x-wr-calname", feed.title)
    calendar.add("x-wr-timezone", str(ZONE))
    if feed.description:
        calendar.add("description", feed.description)
        calendar.add("x-wr-caldesc", feed.description)
    calendar.add("url", feed.url)
    calendar.add("source", vUri(feed.source, params={"VALUE": "URI"}))
    calendar.add("refresh-interval", vDuration(REFRESH, params={"VALUE": "DURATION"}))
    calendar.add("x-published-ttl", vDuration(REFRESH))
    if feed.rows:
        calendar.add("last-modified", feed.updated.astimezone(dt.UTC))


def _entries(rows: list[FeedRow], feed: Feed) -> list[Event]:
    """A single date, or a series followed by the dates that differ from it."""
    if len(rows) == 1:
        return [_entry(rows[0], feed)]
    usual = min(rows, key=lambda row: (row.state != "scheduled", row.planned))
    pattern = find_pattern(row.planned for row in rows)
    master = _master(usual, rows, pattern, feed)
    return [master, *(_override(row, usual, feed) for row in rows if _differs(row, usual))]


def _master(usual: FeedRow, rows: list[FeedRow], pattern: Pattern, feed: Feed) -> Event:
    master = _entry(usual, feed, url=usual.words(feed.language).url)
    for name in ("dtstart", "dtend", "sequence", "last-modified", "dtstamp"):
        master.pop(name, None)
    _add_hours(master, usual, pattern.first)
    _add_stamps(master, max(row.changed for row in rows), max(row.sequence for row in rows))
    if pattern.rule:
        until = pattern.last.date() if usual.all_day else pattern.last.astimezone(dt.UTC)
        master.add("rrule", vRecur({**pattern.rule, "UNTIL": until}))
    for name, moments in (("exdate", pattern.holes), ("rdate", pattern.others)):
        if moments:
            master.add(name, _dates(moments, usual.all_day))
    return master


def _differs(row: FeedRow, usual: FeedRow) -> bool:
    return row.state != "scheduled" or row.start != row.planned or _length(row) != _length(usual)


def _override(row: FeedRow, usual: FeedRow, feed: Feed) -> Event:
    """The date it replaces is said as the series says it: a day, or a day and an hour."""
    entry = _entry(row, feed)
    entry.add("recurrence-id", _value(row.planned, usual.all_day))
    return entry


def _entry(row: FeedRow, feed: Feed, url: str = "") -> Event:
    said, language = row.words(feed.language), row.spoken(feed.language)
    entry = Event()
    entry.add("uid", _uid(row, feed))
    entry.add("summary", _summary(row, said.title), parameters={"language": language})
    entry.add("description", _description(row, said.summary, url or row.url or said.url))
    entry.add("url", url or row.url or said.url)
    entry.add("status", "CANCELLED" if row.state == "cancelled" else "CONFIRMED")
    _add_hours(entry, row, row.start)
    _add_stamps(entry, row.changed, row.sequence)
    entry.add("created", row.created.astimezone(dt.UTC))
    _add_place(entry, row)
    if categories := [*row.themes, *row.audiences, *map(str, FORMATS.labels([row.format]))]:
        entry.add("categories", categories)
    if row.parent:
        entry.add("related-to", f"{row.parent}@{feed.host}", parameters={"reltype": "PARENT"})
    return entry


def _add_hours(entry: Event, row: FeedRow, start: dt.datetime) -> None:
    entry.add("dtstart", _value(start, row.all_day))
    length = _length(row)
    if row.all_day:
        days = max(1, length.days) if length else 1
        entry.add("dtend", _value(start, True) + dt.timedelta(days=days))
    elif length is not None:
        # Local arithmetic: a series keeps its hours when the clocks change.
        end = start.astimezone(ZONE).replace(tzinfo=None) + length
        entry.add("dtend", end.replace(tzinfo=ZONE))


def _add_stamps(entry: Event, changed: dt.datetime, sequence: int) -> None:
    entry.add("dtstamp", changed.astimezone(dt.UTC))
    entry.add("last-modified", changed.astimezone(dt.UTC))
    entry.add("sequence", sequence)


def _add_place(entry: Event, row: FeedRow) -> None:
    if row.venue and (where := row.venue.in_one_line()):
        entry.add("location", where)
    if row.venue and row.venue.point:
        entry.add("geo", row.venue.point)
    if row.online_url:
        label = {"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": _("Online")}
        entry.add("conference", vUri(row.online_url, params=label))
    if row.phone:
        entry.add("contact", row.phone)


def _summary(row: FeedRow, title: str) -> str:
    return f"{row.state_word.upper()} – {title}" if row.state_word else title


def _description(row: FeedRow, summary: str, url: str) -> str:
    online = _("Online") if row.online and not row.online_url else ""
    access = ", ".join(map(str, ACCESS.labels(row.access)))
    parts = [row.reason, summary, online, access, row.price, row.phone, url]
    return "\n".join(part for part in parts if part)


def _uid(row: FeedRow, feed: Feed) -> str:
    return f"{row.series}@{feed.host}"


def _length(row: FeedRow) -> dt.timedelta | None:
    """How long a date lasts on the clock of the territory."""
    if row.end is None:
        return None
    start, end = (m.astimezone(ZONE).replace(tzinfo=None) for m in (row.start, row.end))
    return end - start


def _value(moment: dt.datetime, all_day: bool) -> dt.date:
    local = moment.astimezone(ZONE)
    return local.date() if all_day else local


def _dates(moments: list[dt.datetime], all_day: bool) -> vDDDLists:
    dates = vDDDLists([_value(moment, all_day) for moment in moments])
    if all_day:
        dates.params["VALUE"] = "DATE"
    return dates
