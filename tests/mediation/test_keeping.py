"""Keeping it true: reports, the partners' yearly link, duplicates, rights."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone, translation

from mediation.desk.merging import merge
from mediation.keeping.facts import ask_moderators, mark_confirmed
from mediation.keeping.links import link_for
from mediation.models import PlaceNumber, PlacePage, PlaceReport
from mediation.models.place_details import PlaceClosure
from mediation.personal_data import erase_addresses
from portal.models import OutgoingMessage
from tests.mediation.place_examples import a_directory, a_place
from tests.portal.test_public_forms import post_data

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return a_place(a_directory(), emails="contact@example.org")


def path(name, *args):
    with translation.override("fr"):
        return reverse(name, args=args)


def test_an_error_is_reported_without_saying_who_one_is(client, place):
    url = path("place_report", place.pk)
    answer = client.post(url, post_data("place_report", kind="hours", message="Fermé le lundi"))
    assert answer.status_code == 302
    report = PlaceReport.objects.get()
    assert (report.place, report.kind, report.reply_to) == (place, "hours", "")


def test_the_address_of_who_reported_is_erased_when_it_is_settled(place):
    now = timezone.now()
    PlaceReport.objects.create(
        place=place, kind="other", reply_to="a@example.org", settled_at=now - dt.timedelta(days=31)
    )
    waiting = PlaceReport.objects.create(place=place, kind="other", reply_to="b@example.org")
    assert erase_addresses(now - dt.timedelta(days=30)) == 1
    assert PlaceReport.objects.exclude(reply_to="").get() == waiting


def test_a_partner_confirms_in_one_click(client, place):
    link = link_for(place).split("/fr/")[1]
    page = client.get(f"/fr/{link}")
    assert page.status_code == 200
    place.refresh_from_db()
    assert place.confirmed_on is None  # opening the link does nothing
    answer = client.post(f"/fr/{link}", post_data("place_confirm", answer="right"))
    assert answer.status_code == 302
    place.refresh_from_db()
    assert place.confirmed_on == timezone.localdate()
    assert client.get(f"/fr/{link}").status_code == 410  # it worked once


def test_confirming_keeps_what_an_editor_is_writing(client, place):
    place.title = "En cours"
    place.save_revision()
    link = link_for(place).split("/fr/")[1]
    client.post(f"/fr/{link}", post_data("place_confirm", answer="right"))
    place.refresh_from_db()
    draft = place.get_latest_revision_as_object()
    assert place.title == "Médiathèque" and draft.title == "En cours"
    assert draft.confirmed_on == timezone.localdate()


def test_a_partner_who_says_that_something_changed_is_heard(client, place):
    link = link_for(place).split("/fr/")[1]
    data = post_data("place_confirm", answer="changed", message="Nouveau numéro")
    client.post(f"/fr/{link}", data)
    report = PlaceReport.objects.get()
    assert report.from_partner and report.message == "Nouveau numéro"


def test_a_link_dies_after_sixty_days_and_cannot_be_made_up(client, place):
    link = link_for(place).split("/fr/")[1]
    with time_machine.travel(timezone.now() + dt.timedelta(days=61)):
        assert client.get(f"/fr/{link}").status_code == 410
    assert client.get(path("place_confirm", "abc")).status_code == 410


def test_each_place_is_asked_once_a_year(place):
    call_command("ask_partners")
    call_command("ask_partners")
    message = OutgoingMessage.objects.get()
    assert message.recipient == "contact@example.org" and "http" in message.body
    for days, messages in ((7, 1), (366, 2)):
        with time_machine.travel(timezone.now() + dt.timedelta(days=days)):
            OutgoingMessage.objects.all().delete()  # as the privacy register does after two days
            call_command("ask_partners")
            assert OutgoingMessage.objects.count() == messages - 1


def test_a_moderator_merges_a_duplicate(client, place, admin_user):
    index = place.get_parent().specific
    other = a_place(
        index, "Mediatheque 2", phone="+33297843360", live=False, alike=place, number="b-1"
    )
    client.force_login(admin_user)
    assert "Mediatheque 2" in client.get(path("places_duplicates")).content.decode()
    client.post(path("places_decide", other.pk), {"decision": "same"})
    place.refresh_from_db()
    other.refresh_from_db()
    assert place.phone == "+33297843360" and other.merged_into == place
    assert PlaceNumber.objects.get(number="b-1").place == place


def test_merging_leaves_what_an_editor_is_writing_a_draft(place):
    other = a_place(place.get_parent().specific, "Doublon", phone="+33297843360")
    PlaceClosure.objects.create(
        place=other, first=dt.date(2026, 12, 24), last=dt.date(2026, 12, 24)
    )
    place.title = "Une médiathèque nouvelle"
    place.save_revision()
    merge(PlacePage.objects.get(pk=place.pk), other)
    live = PlacePage.objects.get(pk=place.pk)
    assert live.title != "Une médiathèque nouvelle" and live.phone == "+33297843360"
    assert live.has_unpublished_changes and live.closures.count() == 1
    live.latest_revision.publish()
    live = PlacePage.objects.get(pk=place.pk)
    assert (live.title, live.phone) == ("Une médiathèque nouvelle", "+33297843360")
    assert live.closures.count() == 1


def test_what_an_untrusted_team_writes_reaches_the_moderator_whole(place):
    place.coming = "a" * 1500
    ask_moderators(place, {"coming": "b" * 1200, "opening_hours": "Mo 09:00-12:00"})
    message = PlaceReport.objects.get().message
    assert "b" * 1200 in message and "Mo 09:00-12:00" in message and "aaa" not in message


def test_a_place_with_a_long_name_confirms_in_its_own_name(place):
    PlacePage.objects.filter(pk=place.pk).update(title="M" * 255)
    mark_confirmed(PlacePage.objects.get(pk=place.pk))
    confirmed = PlacePage.objects.get(pk=place.pk)
    assert confirmed.confirmed_by == "M" * 255
    confirmed.full_clean()


def test_a_merged_page_leads_to_the_one_that_stays(client, place):
    other = a_place(place.get_parent().specific, "Doublon")
    merge(place, other)
    answer = client.get(f"/fr/lieux/{other.slug}/")
    assert answer.status_code == 301 and answer.url.endswith(f"/fr/lieux/{place.slug}/")


def test_what_resembles_a_merged_place_resembles_the_one_that_stays(client, place, admin_user):
    index = place.get_parent().specific
    other = a_place(index, "Doublon", alike=place, live=False)
    third = a_place(index, "Triplet", alike=other, live=False, phone="+33297843360")
    client.force_login(admin_user)
    for each in (other, third):
        client.post(path("places_decide", each.pk), {"decision": "same"})
    third.refresh_from_db()
    place.refresh_from_db()
    assert third.merged_into == place and place.phone == "+33297843360"


def test_a_place_that_takes_another_may_still_resemble_a_third(client, place, admin_user):
    index = place.get_parent().specific
    hidden = {"live": False, "has_unpublished_changes": True}  # as an import leaves them
    waiting = a_place(index, "Doublon", alike=place, **hidden)
    third = a_place(index, "Triplet", alike=waiting, **hidden)
    client.force_login(admin_user)
    client.post(path("places_decide", third.pk), {"decision": "same"})
    assert "Doublon" in client.get(path("places_duplicates")).text


def test_two_places_stay_two(client, place, admin_user):
    other = a_place(place.get_parent().specific, "Autre", live=False, alike=place)
    client.force_login(admin_user)
    client.post(path("places_decide", other.pk), {"decision": "two"})
    other.refresh_from_db()
    assert other.live and other.alike is None


def test_the_desk_is_for_moderators(client, django_user_model, place):
    editor = django_user_model.objects.create_user("e", "e@example.org", "x")
    editor.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(editor)
    desk = ("reports", "duplicates", "unconfirmed", "hours", "bring")
    for name in (f"places_{each}" for each in desk):
        assert client.get(path(name)).status_code in (302, 403)


def test_hours_left_in_words_are_listed_until_somebody_types_the_week(client, place, admin_user):
    note = "Selon la marée"
    other = a_place(place.get_parent().specific, "Bus", opening_hours="", hours_note=note)
    client.force_login(admin_user)
    assert note in client.get(path("places_hours")).content.decode()
    other.opening_hours = "Mo 09:00-12:00"
    other.save()
    assert note not in client.get(path("places_hours")).content.decode()


def test_places_nobody_confirmed_for_a_year_are_listed(place):
    today = timezone.localdate()
    fresh = a_place(place.get_parent().specific, "Frais", confirmed_on=today)
    assert set(PlacePage.objects.shown().unconfirmed()) == {place}
    later = today + dt.timedelta(days=366)
    assert set(PlacePage.objects.shown().unconfirmed(later)) == {place, fresh}
