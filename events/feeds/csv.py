"""CSV, one line a date, described by a Table Schema; no cell can start a formula."""

import csv
import io
from typing import Any

from events.feeds.json import STATUS, attendance_mode
from events.feeds.rows import Feed, FeedRow
from portal.schedule import ZONE

CONTENT_TYPE = "text/csv; charset=utf-8"
# What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
COLUMNS = (
    "ext_id",
    "session_id",
    "title_fr",
    "title_br",
    "description_fr",
    "description_br",
    "begin",
    "end",
    "all_day",
    "status",
    "reason",
    "attendance_mode",
    "online_access_link",
    "location_name",
    "location_address",
    "location_postalcode",
    "location_city",
    "location_insee",
    "location_geopoint",
    "keywords",
    "accessibility",
    "level",
    "format",
    "free",
    "conditions",
    "seats_left",
    "registration",
    "organizer",
    "url",
    "updated_at",
)


def to_csv(feed: Feed) -> bytes:
    """The feed as a table, UTF-8, commas."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for row in feed.rows:
        writer.writerow({name: cell(value) for name, value in _values(row, feed).items()})
    return out.getvalue().encode()


def cell(value: Any) -> str:
    """A value as text that a spreadsheet shows and never runs."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value).replace("\x00", "")
    # Some spreadsheets drop spaces at the beginning, others every blank sign.
    is_formula = any(start.startswith(_FORMULA) for start in (text.lstrip(" "), text.lstrip()))
    return f"'{text}" if is_formula else text


def _values(row: FeedRow, feed: Feed) -> dict[str, Any]:
    french, breton = row.said["fr"], row.said.get("br")
    venue = row.venue
    return {
        "ext_id": row.series,
        "session_id": row.key,
        "title_fr": french.title,
        "title_br": breton and breton.title,
        "description_fr": french.summary,
        "description_br": breton and breton.summary,
        "begin": row.start.astimezone(ZONE).isoformat(),
        "end": row.end and row.end.astimezone(ZONE).isoformat(),
        "all_day": row.all_day,
        "status": STATUS[row.state],
        "reason": row.reason,
        "attendance_mode": attendance_mode(row),
        "online_access_link": row.online_url,
        "location_name": venue and venue.name,
        "location_address": venue and venue.street,
        "location_postalcode": venue and venue.postcode,
        "location_city": venue and venue.town,
        "location_insee": venue and venue.commune,
        # An array, because a longitude west of Greenwich would start with a minus.
        "location_geopoint": venue and venue.point and f"[{venue.point[1]}, {venue.point[0]}]",
        "keywords": "|".join([*row.themes, *row.audiences]),
        "accessibility": "|".join(row.access),
        "level": row.level,
        "format": row.format,
        "free": row.free,
        "conditions": row.price,
        "seats_left": row.seats_left,
        "registration": row.phone,
        "organizer": row.organizer,
        "url": row.url or row.words(feed.language).url,
        "updated_at": row.changed.astimezone(ZONE).isoformat(),
    }
