"""The users' committee: how to join, and how a request is forgotten."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from participation.models import JoinRequest, UsersCommitteePage
from participation.personal_data import erase_requests
from tests.participation.examples import index
from tests.portal.test_public_forms import post_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    cache.clear()
    page = UsersCommitteePage(title="Comité", slug="comite", how_to_join="<p>Venez.</p>")
    index().add_child(instance=page)
    return page


@pytest.mark.parametrize("contact", ["02 97 00 00 00", "moi@example.org"])
def test_a_resident_leaves_a_way_to_be_told(client, committee, contact):
    data = post_data("committee", contact=contact, commune="56069")
    assert client.post(reverse("join", args=[committee.pk]), data).status_code == 302
    assert JoinRequest.objects.get().contact == contact


@pytest.mark.parametrize("contact", ["", "abc", "12", "moi@"])
def test_a_contact_that_reaches_nobody_is_refused_with_a_message(client, committee, contact):
    answer = client.post(
        reverse("join", args=[committee.pk]), post_data("committee", contact=contact)
    )
    assert answer.status_code == 200
    assert not JoinRequest.objects.exists()


def test_requests_are_erased_after_three_months():
    JoinRequest.objects.create(contact="x", sent_at=timezone.now() - dt.timedelta(days=91))
    JoinRequest.objects.create(contact="y")
    assert erase_requests(timezone.now() - dt.timedelta(days=90)) == 1
    assert JoinRequest.objects.get().contact == "y"
