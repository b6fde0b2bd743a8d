"""Hostile requests to every public address: a page, a message, a refusal; never a fault of ours."""

import random
from itertools import islice

import pytest
from django.core.cache import cache
from django.test import Client

from events.search import snapshot
from mediation.models import PlaceIndexPage
from tests.events.calendar_examples import a_calendar, a_workshop, an_event, in_breton
from tests.guides.site import one_guide
from tests.mediation.place_examples import a_place
from tools.fuzz import answer, public_paths, public_patterns, requests

pytestmark = pytest.mark.django_db
REQUESTS = 400


@pytest.mark.parametrize("seed", [1, 2])
def test_no_request_breaks_the_site(seed, monkeypatch):
    cache.clear()
    monkeypatch.setattr(snapshot, "_kept", None)
    calendar = a_calendar()
    home = calendar.get_parent()
    own = {"locale": home.locale}
    directory = home.add_child(instance=PlaceIndexPage(title="Lieux", slug="lieux", **own))
    in_breton(directory, "Lec’hioù", "lechiou")
    a_place(directory)
    an_event(calendar, capacity=3)
    a_workshop(calendar)
    one_guide(home)
    client = Client(raise_request_exception=False)
    hostile = requests(random.Random(seed), public_paths(client), public_patterns())
    broken = [asked for asked in islice(hostile, REQUESTS) if answer(client, asked)[0] >= 500]
    assert not broken
