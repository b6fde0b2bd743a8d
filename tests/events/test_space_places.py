"""A partner keeps its own place true, and no other."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from events.models import Team
from mediation.keeping.facts import FactsForm
from mediation.models import PlacePage
from mediation.models.place_details import PlaceReport
from tests.events.bookings_examples import a_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    place = a_place()
    place.save_revision().publish()
    return PlacePage.objects.get(pk=place.pk)


@pytest.fixture
def team(place):
    return Team.objects.create(place=place, trusted=True)


@pytest.fixture
def partner(client, team):
    person = get_user_model().objects.create_user("nadia", email="nadia@example.org")
    team.members.add(person)
    client.force_login(person)
    return client


def form(**typed):
    return {"phone": "02 97 00 00 00", "hours": "", "hours_note": ""} | typed


def save(client, place, **typed):
    return client.post(reverse("space_place", args=[place.pk]), form(**typed), follow=True)


def test_a_trusted_partner_s_new_number_is_on_the_site_at_once(partner, place):
    assert "C’est en ligne." in save(partner, place).text
    place.refresh_from_db()
    assert place.phone == "+33297000000"
    assert place.confirmed_by == place.title


def test_hours_are_typed_as_people_say_them(partner, place):
    save(partner, place, hours="lundi au vendredi 9h-12h")
    place.refresh_from_db()
    assert place.opening_hours.startswith("Mo-Fr 09:00-12:00")


def test_hours_that_cannot_be_read_keep_what_was_typed(partner, place):
    answer = save(partner, place, hours="quand il fait beau", coming="Arrêt Port")
    assert "quand il fait beau" in answer.text
    assert "Arrêt Port" in answer.text
    assert answer.context["form"].errors["hours"]
    place.refresh_from_db()
    assert place.coming == ""


def test_a_number_of_letters_is_a_message_at_the_field(partner, place):
    assert save(partner, place, phone="appelez-moi").context["form"].errors["phone"]


def test_what_an_editor_is_writing_stays_a_draft(partner, place):
    place.coming = "Brouillon"
    place.save_revision()
    save(partner, place)
    place.refresh_from_db()
    assert place.coming == ""
    draft = place.get_latest_revision_as_object()
    assert (draft.coming, draft.phone) == ("Brouillon", "+33297000000")


def test_another_team_s_changes_are_read_by_a_moderator_first(partner, team, place):
    Team.objects.filter(pk=team.pk).update(trusted=False)
    save(partner, place)
    place.refresh_from_db()
    assert place.phone == ""
    report = PlaceReport.objects.get()
    assert report.from_partner
    assert "+33297000000" in report.message


def test_nobody_changes_the_place_of_others(partner):
    other = a_place("Ailleurs")
    Team.objects.create(place=other)
    address = reverse("space_place", args=[other.pk])
    assert partner.get(address).status_code == 404
    assert partner.post(address, form()).status_code == 404


def test_the_number_is_read_as_people_say_it_and_saving_it_changes_nothing(partner, place):
    save(partner, place, phone="02 97 00 00 00")
    form = partner.get(reverse("space_place", args=[place.pk])).context["form"]
    assert form["phone"].value().replace("\u00a0", " ") == "02 97 00 00 00"
    place.refresh_from_db()
    again = FactsForm({"phone": form["phone"].value(), "hours": ""}, instance=place)
    assert again.is_valid()
    assert "phone" not in again.changes()
