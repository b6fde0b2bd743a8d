"""The call for proposals: anybody offers, moderators answer, the proposer follows."""

import datetime as dt
import re

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from events.models import EditionPage, EventPage, Proposal
from events.proposals.personal_data import erase_addresses
from portal.models import OutgoingMessage
from tests.events.calendar_examples import TODAY, a_calendar, an_event
from tests.portal.test_public_forms import post_data

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
TYPED = {
    "title": "Atelier couture connectée",
    "summary": "Coudre des lumières.",
    "organizer": "Une association",
    "commune": "56121",
    "day": "2026-12-03",
    "starts": "14:00",
    "ends": "16:00",
    "contact": "soazig@example.org",
}


@pytest.fixture
def edition():
    home = a_calendar().get_parent()
    page = EditionPage(
        title="Semaine 2026",
        slug="2026",
        locale=home.locale,
        first_day=TODAY,
        last_day=TODAY + dt.timedelta(days=6),
        call_until=TODAY + dt.timedelta(days=1),
    )
    home.add_child(instance=page)
    return page


@pytest.fixture
def moderator(client):
    client.force_login(get_user_model().objects.create_superuser("anna", "a@example.org", "x"))
    return client


def offer(client, **changes):
    return client.post("/fr/2026/proposer/", post_data("proposal", **TYPED | changes))


def test_a_proposal_is_received_and_followed_by_a_private_link(client, edition):
    answer = offer(client)
    assert answer.status_code == 302
    own = client.get(answer.url)
    assert "couture" in own.content.decode()
    assert own["Cache-Control"] == "private, no-store"
    secret = answer.url.rstrip("/").rsplit("/", 1)[1]
    assert secret not in str(Proposal.objects.values())
    assert OutgoingMessage.objects.get().recipient == "soazig@example.org"


def test_no_address_is_needed(client, edition):
    assert offer(client, contact="").status_code == 302
    assert not OutgoingMessage.objects.exists()


BAD = [
    {"title": ""},
    {"commune": "75056"},
    {"day": "2020-01-01"},
    {"ends": "13:00"},
    {"contact": "nowhere"},
    {"website": "https://spam.example"},
    {"token": "x"},
]


@pytest.mark.parametrize("changes", BAD, ids=str)
def test_a_bad_proposal_keeps_what_was_typed(client, edition, changes):
    answer = offer(client, **changes)
    assert answer.status_code in (200, 403, 409)
    assert "Coudre des lumières." in answer.content.decode()
    assert not Proposal.objects.exists()


def test_the_form_closes_with_the_call(client, edition):
    edition.call_until = TODAY - dt.timedelta(days=1)
    edition.save()
    assert client.get("/fr/2026/proposer/").status_code == 404
    assert offer(client).status_code == 404


def test_the_proposer_may_take_it_back(client, edition):
    address = offer(client).url
    client.get(address)
    assert Proposal.objects.get().state == "received"
    client.post(address, post_data("proposal_withdrawn"))
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.contact) == ("withdrawn", "")


def test_an_accepted_proposal_becomes_a_draft(moderator, edition):
    offer(moderator)
    proposal = Proposal.objects.get()
    address = reverse("answer_proposal", args=[proposal.pk])
    moderator.post(address, {"state": "accepted", "answer": "Bravo"})
    draft = EventPage.objects.get()
    assert (draft.live, draft.edition, draft.commune) == (False, edition, "56121")
    assert draft.schedule == {"start": "2026-12-03", "starts": "14:00", "ends": "16:00"}
    assert "Bravo" in OutgoingMessage.objects.latest("pk").body


def test_a_stranger_answers_nothing(client, edition):
    offer(client)
    address = reverse("answer_proposal", args=[Proposal.objects.get().pk])
    client.post(address, {"state": "accepted"})
    assert Proposal.objects.get().state == "received"


def test_the_address_is_forgotten_when_it_has_served(client, edition):
    offer(client)
    Proposal.objects.update(state="refused", answered_at=timezone.now())
    assert erase_addresses(timezone.now() + dt.timedelta(days=1)) == 1
    assert Proposal.objects.get().contact == ""


def test_an_edition_says_when_by_its_week_and_offers_no_other_edition(client, edition):
    an_event(edition.get_parent().get_children().first(), edition=edition)
    first = client.get(edition.url).content.decode()
    assert 'id="facet-when"' not in first
    assert 'id="id_from"' not in first
    assert 'id="id_from"' in client.get(f"{edition.url}?from={TODAY}").content.decode()
    every = client.get(f"{edition.url}?refine=1").content.decode()
    assert 'id="facet-when"' in every
    assert 'id="facet-edition"' not in every


def test_an_edition_shows_its_own_dates_only_even_when_they_are_over(client, edition):
    an_event(edition.get_parent().get_children().first(), "Dans la semaine", edition=edition)
    an_event(edition.get_parent().get_children().first(), "Ailleurs")
    with time_machine.travel("2027-01-10T12:00:00+01:00", tick=False):
        text = client.get("/fr/2026/").content.decode()
    assert "Dans la semaine" in text
    assert "Ailleurs" not in text
    assert re.search(r"<dd>\s*1\s*</dd>", text)
    feed = client.get("/fr/2026/feed.ics").content.decode()
    assert "Ailleurs" not in feed
