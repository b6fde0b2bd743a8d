"""The page of one date, and of an event inside which others take place."""

import pytest
import time_machine
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from events import dates
from events.models import Occurrence
from portal.models import Audience, PageAudience
from tests.events.calendar_examples import (
    TODAY,
    a_workshop,
    an_event,
    dates_of,
    in_breton,
    once,
    republish,
)

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


def test_what_happens_inside_an_event_is_listed_once(client, calendar):
    day = an_event(calendar, "Portes ouvertes", once(TODAY))
    inside = an_event(calendar, "Visite guidée", once(TODAY), part_of=day)
    in_breton(inside, "Gweladenn")
    in_breton(day, "Dorioù digor")
    assert client.get("/fr/agenda/portes-ouvertes/").text.count(">Visite guidée</a></li>") == 1
    assert client.get("/br/deiziataer/doriou-digor/").text.count(">Gweladenn</a></li>") == 1


def test_a_private_event_is_not_named_on_what_happens_in_it(client, calendar):
    day = an_event(calendar, "Journée des agents", once(TODAY))
    inside = an_event(calendar, "Visite guidée", once(TODAY), part_of=day)
    assert "Journée des agents" in client.get(inside.url).text
    PageViewRestriction.objects.create(page=day, restriction_type="login")
    cache.clear()
    assert "Journée des agents" not in client.get(inside.url).text


def test_a_seat_is_offered_until_the_date_begins(client, calendar):
    event = an_event(calendar, capacity=5)
    (date,) = dates_of(event)
    address = f"{event.url}{date.slug}/"
    text = client.get(address).text
    assert "Réserver une place" in text
    assert "Il reste 5" in text
    cache.clear()
    with time_machine.travel(date.starts_at):
        text = client.get(address).text
        assert "Réserver une place" not in text
        assert "Il reste" not in text


def test_one_may_just_come_until_the_date_is_over(client, calendar):
    (date,) = dates_of(a_workshop(calendar, schedule=once(TODAY), drop_in=True))
    address = f"{date.page.url}{date.slug}/"
    for moment, said in ((date.starts_at, True), (date.over_at, False)):
        cache.clear()
        with time_machine.travel(moment):
            assert ("Sans inscription" in client.get(address).text) == said


def test_for_whom_is_a_sentence_with_one_capital(client, calendar):
    event = an_event(calendar)
    for slug, name in (("a", "Familles"), ("b", "Tout le monde"), ("c", "CM1 et CM2")):
        audience = Audience.objects.create(slug=slug, name_fr=name)
        PageAudience.objects.create(page=event, audience=audience)
    republish(event)
    text = client.get(f"{event.url}{dates_of(event)[0].slug}/").text
    assert "Familles, tout le monde et CM1 et CM2" in text
