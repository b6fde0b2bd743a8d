"""JSON with the field names of OpenAgenda, so that an aggregator reads it as it is.

Described by the JSON Schema served beside it (events/feeds/schemas/agenda.schema.json).
"""

import json
from typing import Any

from events.feeds.rows import Feed, FeedRow, by_series
from portal.schedule import ZONE

CONTENT_TYPE = "application/json; charset=utf-8"
# OpenAgenda's numbers.
ON_SITE, ONLINE, BOTH = 1, 2, 3
STATUS = {"scheduled": 1, "moved": 2, "full": 5, "cancelled": 6}


def to_json(feed: Feed, schema: str = "") -> bytes:
    """The feed, one object a series with its `timings`; `schema` is the address of the schema."""
    document = {
        "$schema": schema,
        "title": feed.title,
        "url": feed.url,
        "language": feed.language,
        "updatedAt": feed.updated.isoformat(),
        "total": len(feed.rows),
        "events": [_event(rows, feed) for rows in by_series(feed.rows)],
    }
    text = json.dumps({name: value for name, value in document.items() if value != ""})
    return text.encode()


def _event(rows: list[FeedRow], feed: Feed) -> dict[str, Any]:
    first = rows[0]
    status = {row.state for row in rows}
    full = {
        "uid": first.series,
        "title": {language: said.title for language, said in first.said.items()},
        "description": {lang: said.summary for lang, said in first.said.items() if said.summary},
        "canonicalUrl": first.words(feed.language).url,
        "timezone": str(ZONE),
        "timings": [_timing(row) for row in rows],
        "attendanceMode": attendance_mode(first),
        "location": location(first),
        "onlineAccessLink": first.online_url,
        "status": STATUS[status.pop()] if len(status) == 1 else STATUS["scheduled"],
        "keywords": {feed.language: [*first.themes, *first.audiences]},
        "accessibility": list(first.access),
        "conditions": {feed.language: first.price} if first.price else {},
        "free": first.free,
        "dropIn": first.drop_in,
        "level": first.level,
        "format": first.format,
        "languages": list(first.languages),
        "registration": [first.phone] if first.phone else [],
        "organizer": first.organizer,
        "createdAt": min(row.created for row in rows).isoformat(),
        "updatedAt": max(row.changed for row in rows).isoformat(),
    }
    return {name: value for name, value in full.items() if value not in ("", None, [], {})}


def _timing(row: FeedRow) -> dict[str, Any]:
    full = {
        "id": row.key,
        "begin": row.start.astimezone(ZONE).isoformat(),
        "end": row.end.astimezone(ZONE).isoformat() if row.end else None,
        "allDay": row.all_day or None,
        "status": STATUS[row.state],
        "reason": row.reason or None,
        "previousBegin": row.planned.astimezone(ZONE).isoformat() if row.state == "moved" else None,
        "seatsLeft": row.seats_left,
        "url": row.url or None,
    }
    return {name: value for name, value in full.items() if value is not None}


def location(row: FeedRow) -> dict[str, Any] | None:
    """The place in OpenAgenda's names, or None online."""
    if row.venue is None:
        return None
    latitude, longitude = row.venue.point or (None, None)
    full = {
        "name": row.venue.name,
        "address": row.venue.street,
        "postalCode": row.venue.postcode,
        "city": row.venue.town,
        "insee": row.venue.commune,
        "countryCode": "FR",
        "latitude": latitude,
        "longitude": longitude,
    }
    return {name: value for name, value in full.items() if value not in ("", None)}


def attendance_mode(row: FeedRow) -> int:
    online = row.online or bool(row.online_url)
    return BOTH if online and row.venue else ONLINE if online else ON_SITE
