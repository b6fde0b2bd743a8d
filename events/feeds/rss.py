"""RSS 2.0: what was announced; an item is a series with its next dates in words."""

import datetime as dt
import re
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _
from django.utils.translation import override

from events.feeds.rows import Feed, FeedRow, by_series
from portal import dates
from portal.schedule import ZONE

CONTENT_TYPE = "application/rss+xml; charset=utf-8"
ATOM = "http://www.w3.org/2005/Atom"
MOST_DATES_SAID = 10
# What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

ET.register_namespace("atom", ATOM)


def to_rss(feed: Feed) -> bytes:
    """The feed for a news reader. `pubDate` is when a series was announced, never when it is."""
    rss = ET.Element("rss", version="2.0")
    channel = ET.SubElement(rss, "channel")
    _add(channel, "title", feed.title)
    _add(channel, "link", feed.url)
    _add(channel, "description", feed.description or feed.title)
    _add(channel, "language", feed.language)
    if feed.rows:
        _add(channel, "lastBuildDate", format_datetime(feed.updated.astimezone(dt.UTC)))
    link = {"href": feed.source, "rel": "self", "type": "application/rss+xml"}
    ET.SubElement(channel, f"{{{ATOM}}}link", link)
    with override(feed.language):
        for rows in by_series(feed.rows):
            _add_item(channel, rows, feed)
    return bytes(ET.tostring(rss, encoding="utf-8", xml_declaration=True))


def _add_item(channel: ET.Element, rows: list[FeedRow], feed: Feed) -> None:
    first = rows[0]
    said = first.words(feed.language)
    item = ET.SubElement(channel, "item")
    _add(item, "title", said.title)
    _add(item, "link", said.url)
    _add(item, "description", "\n".join([*_dates(rows, feed.language), said.summary]).strip())
    _add(item, "guid", f"urn:uuid:{first.series}").set("isPermaLink", "false")
    _add(item, "pubDate", format_datetime(min(r.created for r in rows).astimezone(dt.UTC)))
    for theme in first.themes:
        _add(item, "category", theme)


def _dates(rows: list[FeedRow], language: str) -> list[str]:
    said = [when(row, language) for row in rows[:MOST_DATES_SAID]]
    return [*said, "…"] if len(rows) > MOST_DATES_SAID else said


def when(row: FeedRow, language: str) -> str:
    """« mardi 24 novembre 2026, 14 h à 16 h, Médiathèque… (annulé : grève) »."""
    start = row.start.astimezone(ZONE)
    end = row.end.astimezone(ZONE) if row.end else None
    date = dates.date_in_words(start, end, language, all_day=row.all_day)
    where = row.venue.in_one_line() if row.venue else _("Online") if row.online else ""
    note = " – ".join(part for part in (row.state_word, row.reason) if part)
    return ", ".join(part for part in (date, where, note) if part)


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = _FORBIDDEN.sub("", text)
    return child
