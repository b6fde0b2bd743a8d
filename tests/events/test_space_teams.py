"""Who belongs to a team, who lets them in, and what the coordinators count."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from events.bookings import seats
from events.models import Invitation, Team
from events.space.access import teams_of
from events.space.invitations import invite, link_of
from mediation.desk.merging import merge
from tests.events.bookings_examples import a_person, a_place
from tests.events.calendar_examples import once

pytestmark = pytest.mark.django_db


def test_an_invitation_opens_once_and_reading_it_does_not_use_it(client, team, moderator):
    invitation = invite(team, "Malo@example.org", moderator)
    link = link_of(invitation)
    assert client.get(link).status_code == 200
    assert client.get(link).status_code == 200
    assert client.post(link)["Location"] == reverse("space")
    person = get_user_model().objects.get(email="malo@example.org")
    assert team in teams_of(person)
    client.logout()
    assert client.get(link).status_code == 410
    assert client.post(link).status_code == 410
    assert client.get(link[:-2] + "x/").status_code == 410


def test_an_invitation_is_over_after_three_days(client, team, moderator):
    link = link_of(invite(team, "malo@example.org", moderator))
    with time_machine.travel(timezone.now() + dt.timedelta(hours=73)):
        assert client.get(link).status_code == 410


def test_a_moderator_invites_trusts_and_removes(client, team, moderator, mediator):
    client.force_login(moderator)
    page = reverse("space_team", args=[team.pk])
    client.post(page, {"email": "malo@example.org"})
    assert Invitation.objects.get().team == team
    client.post(page, {"trusted": "no"})
    client.post(page, {"remove": mediator.pk})
    team.refresh_from_db()
    assert not team.trusted
    assert not team.members.exists()


@pytest.mark.parametrize("number", ["²", "x", "", "0", "9" * 5000])
def test_a_nonsense_number_removes_nobody(client, team, moderator, mediator, number):
    client.force_login(moderator)
    answer = client.post(reverse("space_team", args=[team.pk]), {"remove": number})
    assert answer.status_code == 302
    assert mediator in team.members.all()


def test_a_moderator_opens_a_team_for_a_place(client, moderator):
    place = a_place("Fablab")
    client.force_login(moderator)
    client.post(reverse("space_teams"), {"place": place.pk})
    assert Team.objects.get().place == place
    assert "Fablab" in client.get(reverse("space_teams")).content.decode()


@pytest.mark.parametrize("has_team", [False, True])
def test_the_mediators_of_a_merged_place_keep_its_dates(client, team, mediator, date, has_team):
    kept = a_place("Médiathèque François-Mitterrand")
    other_person = get_user_model().objects.create_user("malo", email="malo@example.org")
    if has_team:
        Team.objects.create(place=kept).members.add(other_person)
    merge(kept, team.place)
    joined = Team.objects.get()
    assert joined.place == kept
    expected = {mediator, other_person} if has_team else {mediator}
    assert set(joined.members.all()) == expected
    client.force_login(mediator)
    assert client.get(reverse("space_date", args=[date.pk])).status_code == 200


@pytest.mark.parametrize(("kept", "other"), [(True, True), (True, False), (False, True)])
def test_nobody_is_trusted_by_a_merge_alone(team, kept, other):
    Team.objects.update(trusted=other)
    staying = Team.objects.create(place=a_place("Médiathèque"), trusted=kept)
    merge(staying.place, team.place)
    assert Team.objects.get().trusted is (kept and other)


def test_an_invitation_still_opens_after_its_place_was_merged(client, team, moderator):
    kept = a_place("Médiathèque François-Mitterrand")
    kept_team = Team.objects.create(place=kept)
    link = link_of(invite(team, "malo@example.org", moderator))
    merge(kept, team.place)
    assert client.post(link)["Location"] == reverse("space")
    assert kept_team.members.get().email == "malo@example.org"


def test_the_desk_counts_seats_and_finds_cold_spots(client, moderator, date):
    seats.book(date, a_person(seats=2))
    client.force_login(moderator)
    page = client.get(reverse("space_desk"), {"year": date.local_start.year}).content.decode()
    assert "Lorient" in page
    sheet = client.get(reverse("space_desk_csv"), {"year": date.local_start.year})
    assert "<5" in sheet.content.decode()
    for nonsense in ("x", "99999", "-1", "٣"):
        assert client.get(reverse("space_desk"), {"year": nonsense}).status_code == 200


def test_a_draft_of_a_workshop_leads_to_the_place_that_stays(team, date):
    kept, draft = a_place("Médiathèque"), date.page.specific
    draft.title, draft.schedule = "Un titre en cours", once(timezone.localdate())
    draft.save_revision()
    merge(kept, team.place)
    type(draft).objects.get(pk=draft.pk).latest_revision.publish()
    draft = type(draft).objects.get(pk=draft.pk)
    assert (draft.title, draft.place.pk) == ("Un titre en cours", kept.pk)
