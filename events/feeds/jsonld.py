"""schema.org: one Event a date, so that search engines say when it is cancelled or moved."""

import datetime as dt
from typing import Any

from events.feeds.rows import FeedRow, Venue
from portal.schedule import ZONE

_STATUS = {"cancelled": "EventCancelled", "moved": "EventRescheduled"}
_KINDS = {"workshop": "EducationEvent", "talk": "EducationEvent", "exhibition": "ExhibitionEvent"}


def to_jsonld(row: FeedRow, language: str, host: str, kind: str = "") -> dict[str, Any]:
    """One date. A cancelled date keeps its start, a moved one tells the former."""
    said = row.words(language)
    url = row.url or said.url
    full: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": _KINDS.get(kind, "Event"),
        "@id": f"{url}#event",
        "identifier": f"{row.series}-{row.key}@{host}",
        "name": said.title,
        "description": said.summary,
        "url": url,
        "startDate": _instant(row, row.start),
        "endDate": _instant(row, row.end) if row.end and not row.all_day else "",
        "eventStatus": f"https://schema.org/{_STATUS.get(row.state, 'EventScheduled')}",
        "previousStartDate": _instant(row, row.planned) if row.state == "moved" else "",
        "eventAttendanceMode": f"https://schema.org/{_mode(row)}",
        "location": _locations(row),
        "inLanguage": list(row.languages),
        "isAccessibleForFree": row.free,
        "keywords": list(row.themes),
        "audience": [{"@type": "Audience", "audienceType": one} for one in row.audiences],
        "maximumAttendeeCapacity": row.capacity,
        "remainingAttendeeCapacity": row.seats_left,
        "offers": _offer(row, url),
        "organizer": {"@type": "Organization", "name": row.organizer} if row.organizer else "",
        "superEvent": {"@type": "EventSeries", "name": said.title, "url": said.url},
    }
    return {name: value for name, value in full.items() if value not in ("", None, [], {})}


def _instant(row: FeedRow, moment: dt.datetime) -> str:
    local = moment.astimezone(ZONE)
    return local.date().isoformat() if row.all_day else local.isoformat()


def _mode(row: FeedRow) -> str:
    online = row.online or bool(row.online_url)
    kind = "Mixed" if online and row.venue else "Online" if online else "Offline"
    return f"{kind}EventAttendanceMode"


def _locations(row: FeedRow) -> Any:
    places: list[dict[str, Any]] = [_place(row.venue)] if row.venue else []
    if row.online or row.online_url:
        places.append({"@type": "VirtualLocation", "url": row.online_url or row.url})
    return places[0] if len(places) == 1 else places


def _place(venue: Venue) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "streetAddress": venue.street,
        "postalCode": venue.postcode,
        "addressLocality": venue.town,
        "addressCountry": "FR",
    }
    place: dict[str, Any] = {"@type": "Place", "name": venue.name or venue.town}
    place["address"] = {name: value for name, value in address.items() if value}
    if venue.point:
        latitude, longitude = venue.point
        place["geo"] = {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}
    return place


def _offer(row: FeedRow, url: str) -> dict[str, Any]:
    if row.capacity is None or not row.free:
        return {}
    sold_out = row.state == "full" or row.seats_left == 0
    return {
        "@type": "Offer",
        "price": "0",
        "priceCurrency": "EUR",
        "url": url,
        "availability": f"https://schema.org/{'SoldOut' if sold_out else 'InStock'}",
    }
