"""A page that people have booked does not go behind their backs: its dates are cancelled first."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import Page

from events import dates
from events.bookings import seats
from events.bookings.notices import tell_everybody
from events.bookings.tending import tend
from events.models import Booking, Occurrence
from portal.models.outbox import OutgoingMessage
from portal.schedule import ZONE
from tests.events.bookings_examples import a_date, a_person, a_workshop

pytestmark = pytest.mark.django_db
GOING = ["delete", "unpublish"]


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("anna", "a@example.org", "x"))
    return client


def go(editor, action, page, **more):
    return editor.post(reverse(f"wagtailadmin_pages:{action}", args=[page.pk]), more)


def go_with_others(editor, action, *pages, **more):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    chosen = "&".join(f"id={page.pk}" for page in pages)
    return editor.post(f"{address}?{chosen}&next=/admin/", more)


def is_there(page) -> bool:
    return Page.objects.filter(pk=page.pk, live=True).exists()


def is_refused(editor, answer, page) -> bool:
    """The editor stands before the dates to cancel, and reads why."""
    if answer["Location"] != reverse("page_dates", args=[page.pk]):
        return False
    seen = editor.get(answer["Location"]).content.decode()
    return page.title in seen and "Annulez d’abord ces dates" in seen


@pytest.mark.parametrize("action", GOING)
def test_a_page_with_people_who_come_stays_and_the_editor_reads_why(editor, date, action):
    seats.book(date, a_person())
    answer = go(editor, action, date.page)
    assert is_there(date.page)
    assert Booking.objects.exists()
    assert is_refused(editor, answer, date.page)


@pytest.mark.parametrize("action", GOING)
def test_once_its_dates_are_cancelled_and_told_the_page_may_go(editor, date, action):
    seats.book(date, a_person(contact="jeanne@example.org"))
    dates.cancel(date, "Neige")
    go(editor, action, date.page)
    assert is_there(date.page), "nobody is told yet"
    tell_everybody(date)
    go(editor, action, date.page)
    assert not is_there(date.page)
    assert OutgoingMessage.objects.filter(key__contains=":date_cancelled:").exists()


def test_who_must_be_called_is_called_before_the_page_goes(editor, date, team):
    booking = seats.book(date, a_person(contact="02 97 02 22 00"))
    dates.cancel(date, "Neige")
    tell_everybody(date)
    go(editor, "delete", date.page)
    assert is_there(date.page)
    Booking.objects.filter(pk=booking.pk).update(told_by_phone=True)
    go(editor, "delete", date.page)
    assert not is_there(date.page)


@pytest.mark.parametrize("action", GOING)
def test_a_page_whose_dates_are_over_or_whose_people_gave_up_may_go(editor, date, action):
    over = a_date(page=date.page.specific)
    seats.book(over, a_person())
    Occurrence.objects.filter(pk=over.pk).update(over_at=dt.datetime.now(dt.UTC))
    seats.cancel(seats.book(date, a_person()))
    go(editor, action, date.page)
    assert not is_there(date.page)


def test_a_page_above_stays_too_when_what_is_below_goes_with_it(editor, date):
    above, below = a_workshop(), date.page
    below.move(above, pos="last-child")
    seats.book(date, a_person())
    assert is_refused(editor, go(editor, "delete", above), below)
    assert is_refused(editor, go(editor, "unpublish", above, include_descendants="on"), below)
    assert is_there(above)
    go(editor, "unpublish", above)
    assert not is_there(above)
    assert is_there(below)


@pytest.mark.parametrize("action", GOING)
def test_of_several_pages_none_goes_while_one_has_people_who_come(editor, date, action):
    other = a_workshop(title="Autre")
    seats.book(date, a_person())
    answer = go_with_others(editor, action, other, date.page)
    assert is_refused(editor, answer, date.page)
    assert is_there(other)
    assert is_there(date.page)
    go_with_others(editor, action, other)
    assert not is_there(other)


def test_nobody_is_expected_tomorrow_at_a_page_that_is_not_public_any_more():
    monday = dt.datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)
    with time_machine.travel(monday, tick=False) as clock:
        date = a_date(days=3)
        seats.book(date, a_person(contact="jeanne@example.org"))
        date.page.unpublish()
        clock.move_to(monday + dt.timedelta(days=2))
        tend()
    assert not OutgoingMessage.objects.filter(key__contains=":booking_reminder:").exists()
