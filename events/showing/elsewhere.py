"""« Add to my calendar » for those who keep it on the web: plain links, nothing is sent before."""

import datetime as dt
from urllib.parse import urlencode

from events.feeds.rows import FeedRow
from portal.schedule import ZONE

GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose"
OPEN_END = dt.timedelta(hours=1)


def calendar_links(row: FeedRow, language: str) -> list[dict[str, str]]:
    """[{label, url}] of the common calendars, filled with the date."""
    said = row.words(language)
    where = row.venue.in_one_line() if row.venue else row.online_url
    end = row.end or row.start + OPEN_END
    google = {
        "action": "TEMPLATE",
        "text": said.title,
        "dates": f"{_compact(row.start, row.all_day)}/{_compact(end, row.all_day)}",
        "details": row.url or said.url,
        "location": where,
        "ctz": str(ZONE),
    }
    outlook = {
        "subject": said.title,
        "startdt": row.start.astimezone(ZONE).isoformat(),
        "enddt": end.astimezone(ZONE).isoformat(),
        "allday": "true" if row.all_day else "false",
        "body": row.url or said.url,
        "location": where,
    }
    return [
        {"label": "Google Agenda", "url": f"{GOOGLE}?{urlencode(google)}"},
        {"label": "Outlook", "url": f"{OUTLOOK}?{urlencode(outlook)}"},
    ]


def _compact(moment: dt.datetime, all_day: bool) -> str:
    local = moment.astimezone(ZONE)
    return f"{local:%Y%m%d}" if all_day else f"{local:%Y%m%dT%H%M%S}"
