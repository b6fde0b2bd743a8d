"""The agenda in the catalogue of open data."""

import time
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext

from events.feeds import csv, ical, json, rss
from events.models import CalendarPage
from events.search.snapshot import snapshot

FOR_EVER = 1 << 40  # seconds since 1970
FORMS = {"ics": ical, "rss": rss, "json": json, "csv": csv}


def dates_dataset(_request: HttpRequest) -> dict[str, Any]:
    """As `mediation.open_data_views.places_dataset`: the dates to come, and four feeds of them."""
    page = CalendarPage.objects.live().public().filter(locale__language_code="fr").first()
    base = page.full_url if page else ""
    calendar, now = snapshot(), int(time.time())
    coming = calendar.index.starting(now, FOR_EVER) | calendar.index.running(now)
    dataset = {
        "id": "dates",
        "title": gettext("Agenda of digital mediation"),
        "description": gettext("When residents learn and find help: workshops and events to come."),
        "changed": calendar.changed,
        "count": coming.bit_count(),
        "files": [
            {
                "name": form.upper(),
                "url": f"{base}feed.{form}",
                "type": kind.CONTENT_TYPE.split(";")[0],
            }
            for form, kind in FORMS.items()
            if base
        ],
    }
    return dataset | ({"schema": f"{base}feed.schema.json"} if base else {})
