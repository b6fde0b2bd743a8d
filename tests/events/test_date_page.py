"""The page of one date, and of an event inside which others take place."""

import pytest

from events import dates
from events.models import Occurrence
from tests.events.calendar_examples import an_event, dates_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


def beside(date: Occurrence) -> Occurrence:
    """Another date of the same page, planned for the same moment."""
    facts = {field.name: getattr(date, field.name) for field in date._meta.fields}
    return Occurrence.objects.create(**facts | {"id": None, "key": f"{date.key}+"})


def test_of_two_dates_at_one_moment_the_one_that_takes_place_is_shown(client, calendar):
    event = an_event(calendar)
    (first,) = dates_of(event)
    second = beside(first)
    address = f"{event.url}{first.slug}/"
    assert client.get(address).context["date"] == first
    dates.cancel(first, "Grève")
    assert client.get(address).context["date"] == second
    assert client.get(f"{address}event.ics").status_code == 200


def test_a_date_that_was_moved_away_leaves_its_address_to_the_one_put_there(client, calendar):
    event = an_event(calendar)
    (first,) = dates_of(event)
    second = beside(first)
    dates.move(first, first.starts_at.replace(hour=8), None)
    assert client.get(f"{event.url}{first.slug}/").context["date"] == second
