"""The next dates other pages show: a place, a commune or a guide asks, the calendar answers."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from events.search.asked import Found, find
from events.search.forms import CalendarForm
from events.search.results import in_order
from events.search.snapshot import Snapshot, snapshot
from events.showing.rows import rows_of
from home.today import line
from portal.coming import looking_for_dates

LOOKED_AT = 4  # dates for each one shown: some are cancelled


def dates_asked(
    sender: Any,
    *,
    search: Mapping[str, Iterable[str]],
    kind: str,
    language: str,
    most: int,
    **_signal: Any,
) -> list[dict[str, Any]]:
    """Signal looking_for_dates: what goes on and what comes, without what is cancelled."""
    calendar, now = snapshot(), timezone.now()
    query = QueryDict(mutable=True)
    for name, values in search.items():
        query.setlist(name, [str(value) for value in values])
    form = CalendarForm(query, calendar.vocabulary(language))
    bits = _of_kind(find(calendar.index, form.asked(), now), kind, calendar)
    ids = calendar.index.rows(bits, 0, most * LOOKED_AT)
    standing = [date for date in in_order(ids) if not date.is_cancelled]
    today = timezone.localdate(now)
    return [line(row, today, language) for row in rows_of(standing[:most], calendar, language)]


def _of_kind(found: Found, kind: str, calendar: Snapshot) -> int:
    bits = found.dates | found.running
    return bits & calendar.of_kind(kind) if kind else bits


def connect() -> None:
    """Called once by the app."""
    looking_for_dates.connect(dates_asked, dispatch_uid="home.dates_asked")
