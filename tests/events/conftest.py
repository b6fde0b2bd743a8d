"""What several tests of the calendar start from."""

import pytest
import time_machine
from django.core.cache import cache

from events.models import CalendarPage
from events.search import snapshot
from tests.events.calendar_examples import NOW, a_calendar


@pytest.fixture
def noon(monkeypatch):
    """A Tuesday in November, with nothing kept of an earlier test."""
    monkeypatch.setattr(snapshot, "_kept", None)
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def calendar(db) -> CalendarPage:
    return a_calendar()
