"""The workshops of the territory, each with its next date."""

import datetime as dt
import uuid
from typing import Any

from django.db.models import Min
from wagtail.models import Page

from events.models import Occurrence
from events.search.snapshot import snapshot
from events.showing.rows import where_of
from mediation.models import WorkshopPage
from portal import dates
from portal.models import for_everyone
from portal.schedule import ZONE

FAR = dt.datetime(2100, 1, 1, tzinfo=ZONE)


def workshops_under(page: Page) -> list[dict[str, Any]]:
    """Cards of the workshops below a page, in three queries; the next to take place first."""
    language, calendar = page.locale.language_code, snapshot()
    series, places = calendar.series, calendar.places(language)
    workshops = WorkshopPage.objects.filter(for_everyone()).child_of(page).select_related("locale")
    workshops = [one for one in workshops if one.translation_key.hex in series]
    next_dates = _next_dates([one.translation_key for one in workshops])
    workshops.sort(key=lambda one: (next_dates.get(one.translation_key, FAR), one.title))
    return [
        {
            "title": one.title,
            "url": one.url,
            "summary": one.introduction,
            "when": _when(next_dates.get(one.translation_key), language),
            "where": where_of(series[one.translation_key.hex], places, language),
        }
        for one in workshops
    ]


def _next_dates(keys: list[uuid.UUID]) -> dict[uuid.UUID, dt.datetime]:
    upcoming = Occurrence.objects.of_series(*keys).upcoming().standing()
    return dict(upcoming.order_by().values_list("series").annotate(Min("starts_at")))


def _when(moment: dt.datetime | None, language: str) -> str:
    """« jeudi 26 novembre, 10 h »."""
    if moment is None:
        return ""
    return dates.moment_in_words(moment.astimezone(ZONE), language)
