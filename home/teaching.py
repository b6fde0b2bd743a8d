"""The next dates that teach what a guide tells: the guide asks, the calendar answers."""

from typing import Any

from django.http import QueryDict
from django.utils import timezone

from events.search.asked import find
from events.search.forms import CalendarForm
from events.search.results import in_order
from events.search.snapshot import snapshot
from events.showing.rows import rows_of
from guides.signals import looking_for_dates
from home.today import line

NEAR = 20  # kilometres around the commune one chose


def dates_that_teach(
    sender: Any, *, theme: str, level: str, commune: str, language: str, most: int, **_signal: Any
) -> list[dict[str, Any]]:
    """Signal looking_for_dates: near the commune when one is given, at the level asked or any."""
    if not theme:
        return []
    calendar, now = snapshot(), timezone.now()
    query = QueryDict(mutable=True)
    query.setlist("theme", [theme])
    query.setlist("level", sorted({level or "any", "any"}))
    if commune:
        query.update({"commune": commune, "within": str(NEAR)})
    form = CalendarForm(query, calendar.vocabulary(language))
    found = find(calendar.index, form.asked(), now)
    dates = in_order(calendar.index.rows(found.dates, 0, most))
    today = timezone.localdate(now)
    return [line(row, today, language) for row in rows_of(dates, calendar, language)]


def connect() -> None:
    """Called once by the app."""
    looking_for_dates.connect(dates_that_teach, dispatch_uid="home.dates_that_teach")
