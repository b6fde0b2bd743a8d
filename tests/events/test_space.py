"""The mediators' space: my dates only, people told at once."""

import datetime as dt
import re

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from events import dates
from events.bookings import seats
from events.models import Attendance, Booking
from portal.outbox import send_due
from portal.schedule import ZONE
from tests.events.bookings_examples import a_date, a_person, a_place, a_workshop

pytestmark = pytest.mark.django_db


def in_days(days: int) -> str:
    return (timezone.localdate() + dt.timedelta(days)).isoformat()


def test_a_visitor_is_asked_to_sign_in(client):
    answer = client.get(reverse("space"))
    assert answer.status_code == 302
    assert reverse("account_login") in answer["Location"]


def test_a_stranger_with_an_account_finds_nothing(client, date):
    client.force_login(get_user_model().objects.create_user("someone"))
    for name, args in [("space", []), ("space_date", [date.pk]), ("space_new", [])]:
        assert client.get(reverse(name, args=args)).status_code == 404


def test_my_dates_are_those_of_my_places(client, mediator, date):
    foreign = a_date(page=a_workshop(a_place("Ailleurs"), title="Chez les autres"))
    client.force_login(mediator)
    page = client.get(reverse("space")).content.decode()
    assert reverse("space_date", args=[date.pk]) in page
    assert "Chez les autres" not in page
    for name in ("space_date", "space_again"):
        assert client.get(reverse(name, args=[foreign.pk])).status_code == 404
        assert (
            client.post(reverse(name, args=[foreign.pk]), {"action": "cancel"}).status_code == 404
        )


def test_a_mediator_who_lost_the_right_finds_nothing_any_more(client, mediator, team, date):
    client.force_login(mediator)
    team.members.remove(mediator)
    assert client.get(reverse("space_date", args=[date.pk])).status_code == 404


def test_coordinators_pages_do_not_exist_for_mediators(client, mediator, team):
    client.force_login(mediator)
    for name, args in [("space_desk", []), ("space_teams", []), ("space_team", [team.pk])]:
        assert client.get(reverse(name, args=args)).status_code == 404


def test_two_seats_left_have_the_same_colour_wherever_they_are_said(client, mediator, place):
    date = a_date(capacity=2, page=a_workshop(place))
    client.force_login(mediator)
    for page in (reverse("space"), reverse("book", args=[date.pk])):
        assert 'badge--few">Il reste 2 places' in client.get(page).text.replace("\u00a0", " ")


def test_the_home_of_the_space_costs_the_same_for_many_dates(
    client, mediator, place, django_assert_max_num_queries
):
    for number in range(60):
        a_date(page=a_workshop(place, title=f"Atelier {number}"), days=number / 10 + 1)
    client.force_login(mediator)
    client.get(reverse("space"))  # the site's own addresses are kept from now on
    with django_assert_max_num_queries(12):
        page = client.get(reverse("space"))
    assert page.content.decode().count("date-row__title") == 60


def test_cancelling_tells_everybody_who_booked(client, mediator, team, date):
    booking = seats.book(date, a_person(contact="jeanne@example.org"))
    seats.book(date, a_person("Loeiz", contact="02 97 02 22 00"))
    client.force_login(mediator)
    page = reverse("space_date", args=[date.pk])
    client.post(page, {"action": "cancel", "reason": "La salle est fermée", "instead": ""})
    date.refresh_from_db()
    assert date.is_cancelled
    send_due()
    assert "La salle est fermée" in mail.outbox[-1].body
    assert booking.first_name in mail.outbox[-1].body
    assert "02\u00a097\u00a002\u00a022\u00a000" in client.get(page).content.decode()


def test_moving_keeps_the_seats_and_tells_everybody(client, mediator, date):
    seats.book(date, a_person(contact="jeanne@example.org"))
    client.force_login(mediator)
    asked = {
        "action": "move",
        "day": f"{timezone.localdate() + dt.timedelta(days=9)}",
        "starts": "10:00",
        "ends": "12:00",
        "reason": "Grève",
    }
    client.post(reverse("space_date", args=[date.pk]), asked)
    date.refresh_from_db()
    assert date.state == "moved"
    assert date.taken == 1
    send_due()
    assert "Grève" in mail.outbox[-1].body


def moved_in_the_space(client, mediator, date, **typed):
    client.force_login(mediator)
    asked = {"action": "move", "day": in_days(9), "starts": "", "ends": "", "reason": "Grève"}
    answer = client.post(reverse("space_date", args=[date.pk]), asked | typed)
    date.refresh_from_db()
    return answer


def test_a_date_of_whole_days_moves_without_hours_and_lasts_as_long(client, mediator, date):
    start = dt.datetime.combine(timezone.localdate() + dt.timedelta(1), dt.time(), tzinfo=ZONE)
    dates.move(date, start, start + dt.timedelta(days=3), all_day=True)
    moved_in_the_space(client, mediator, date)
    assert date.all_day
    assert date.local_start.date().isoformat() == in_days(9)
    assert date.last_day.isoformat() == in_days(11)


def test_a_date_of_several_days_moves_with_its_length(client, mediator, date):
    start = dt.datetime.combine(timezone.localdate() + dt.timedelta(1), dt.time(14), tzinfo=ZONE)
    dates.move(date, start, start + dt.timedelta(days=5, hours=-2))
    assert moved_in_the_space(client, mediator, date).status_code == 200  # it has hours
    moved_in_the_space(client, mediator, date, starts="14:00", ends="12:00")
    assert date.last_day.isoformat() == in_days(14)


def test_a_date_that_would_end_before_it_starts_is_asked_again(client, mediator, place):
    with time_machine.travel("2026-11-24T12:00:00+01:00", tick=False):
        date = a_date(page=a_workshop(place))
        answer = moved_in_the_space(client, mediator, date, starts="14:00", ends="12:00")
    assert "La fin est avant le début" in answer.content.decode()
    assert date.state == "scheduled"


def test_a_cancellation_without_reason_is_asked_again(client, mediator, date):
    client.force_login(mediator)
    answer = client.post(reverse("space_date", args=[date.pk]), {"action": "cancel", "reason": ""})
    assert answer.status_code == 200
    date.refresh_from_db()
    assert not date.is_cancelled


def test_a_booking_by_telephone_gives_a_code_to_say(client, mediator, date):
    client.force_login(mediator)
    asked = {"action": "book", "first_name": "Jeanne", "seats": "2", "contact": "02 97 02 22 00"}
    answer = client.post(reverse("space_date", args=[date.pk]), asked, follow=True)
    booking = Booking.objects.get()
    assert booking.typed_by_mediator
    assert booking.code in answer.content.decode()
    Booking.objects.update(told_by_phone=False)
    client.post(reverse("space_date", args=[date.pk]), {"action": "told", "booking": booking.pk})
    booking.refresh_from_db()
    assert booking.told_by_phone


@pytest.mark.parametrize("number", ["²", "x", "", "9" * 5000])
def test_a_nonsense_number_marks_nobody_as_called(client, mediator, date, number):
    seats.book(date, a_person("Jeanne", contact="02 97 02 22 00"))
    before = list(Booking.objects.values("told_by_phone"))
    client.force_login(mediator)
    asked = {"action": "told", "booking": number}
    assert client.post(reverse("space_date", args=[date.pk]), asked).status_code == 302
    assert list(Booking.objects.values("told_by_phone")) == before


def test_the_buttons_of_the_space_are_real_in_a_browser(mediator, date):
    """With the check of forged requests that tests usually leave out."""
    seats.book(date, a_person("Jeanne", contact="02 97 02 22 00"))
    Booking.objects.update(told_by_phone=False)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(mediator)
    page = reverse("space_date", args=[date.pk])
    shown = browser.get(page).content.decode()
    tokens = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', shown)
    assert len(tokens) == shown.count('method="post"')
    asked = {"action": "told", "booking": Booking.objects.get().pk}
    assert browser.post(page, asked).status_code == 403
    assert browser.post(page, asked | {"csrfmiddlewaretoken": tokens[0]}).status_code == 302


def test_how_many_came_is_one_tap_and_gives_the_coop_line(client, mediator, place):
    date = a_date(page=a_workshop(place), days=-0.2)
    client.force_login(mediator)
    page = reverse("space_date", args=[date.pk])
    client.post(page, {"action": "attendance", "came": "7"})
    client.post(page, {"action": "attendance", "came": "6"})
    assert Attendance.objects.get().came == 6
    assert "2 h" in client.get(page).content.decode()


def test_a_code_by_mail_signs_in_and_nobody_signs_up(client, mediator):
    client.post(reverse("account_request_login_code"), {"email": "nadia@example.org"})
    assert len(mail.outbox) == 1
    client.post(reverse("account_request_login_code"), {"email": "unknown@example.org"})
    assert len(mail.outbox) == 1
    assert client.get(reverse("account_signup")).status_code in (200, 302, 404)
    assert get_user_model().objects.count() == 1


def test_each_page_of_the_space_lets_one_out(client, mediator):
    client.strict = False
    client.force_login(mediator)
    for page in ("space", "mfa_index"):
        assert reverse("account_logout") in client.get(reverse(page)).text
    client.post(reverse("account_logout"))
    assert client.get(reverse("space")).status_code == 302
