"""The mediators' space: my dates only, one screen to post, people told at once."""

import datetime as dt
import re

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page

from events import dates
from events.bookings import seats
from events.models import Attendance, Booking, Occurrence, Team
from mediation.models import WorkshopIndexPage, WorkshopPage
from portal.outbox import send_due
from portal.schedule import ZONE
from tests.events.bookings_examples import a_date, a_person, a_place, a_workshop

pytestmark = pytest.mark.django_db


@pytest.fixture
def workshops():
    """The page workshops are put under."""
    page = WorkshopIndexPage(title="Ateliers", locale=Locale.get_default())
    return Page.get_first_root_node().add_child(instance=page)


def tomorrow(days: int = 1) -> str:
    return (timezone.localdate() + dt.timedelta(days=days)).isoformat()


def a_form(team, **changes) -> dict:
    typed = {
        "title": "Je crée ma boîte mail",
        "team": team.pk,
        "day": tomorrow(),
        "starts": "14:00",
        "ends": "16:00",
        "capacity": "8",
        "until": "",
        "summary": "",
        "warned": "1",
    }
    return typed | changes


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


@pytest.mark.usefixtures("workshops")
def test_a_trusted_team_publishes_at_once(client, mediator, team):
    client.force_login(mediator)
    answer = client.post(reverse("space_new"), a_form(team))
    assert answer.status_code == 302, answer.context["form"].errors
    page = WorkshopPage.objects.get()
    assert page.live
    assert page.owner == mediator
    assert Occurrence.objects.get(page=page).capacity == 8


@pytest.mark.usefixtures("workshops")
def test_another_team_waits_for_the_moderators_and_sees_it(client, mediator, team):
    Team.objects.update(trusted=False)
    client.force_login(mediator)
    client.post(reverse("space_new"), a_form(team))
    assert not WorkshopPage.objects.get().live


@pytest.mark.usefixtures("workshops")
def test_a_series_rests_in_the_holidays(client, mediator, team):
    client.force_login(mediator)
    client.post(reverse("space_new"), a_form(team, until=tomorrow(29)))
    stored = WorkshopPage.objects.get().schedule
    assert stored["skip_public_holidays"]
    assert 1 <= Occurrence.objects.count() <= 5


@pytest.mark.parametrize(
    "changes",
    [
        {"ends": "13:00"},
        {"day": "2020-01-01"},
        {"capacity": "9999"},
        {"until": "2020-01-01"},
        {"title": ""},
    ],
)
@pytest.mark.usefixtures("workshops")
def test_nonsense_comes_back_with_what_was_typed(client, mediator, team, changes):
    client.force_login(mediator)
    answer = client.post(reverse("space_new"), a_form(team, **changes))
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()
    assert not WorkshopPage.objects.exists()


@pytest.mark.usefixtures("workshops")
def test_nobody_posts_at_a_place_of_others(client, mediator):
    other = Team.objects.create(place=a_place("Ailleurs"), trusted=True)
    client.force_login(mediator)
    assert client.post(reverse("space_new"), a_form(other)).status_code == 200
    assert not WorkshopPage.objects.exists()


@time_machine.travel("2026-11-24 09:00:00+00:00")
@pytest.mark.usefixtures("workshops")
def test_a_clash_is_said_once_and_never_forbids(client, mediator, team, place):
    taken = a_date(page=a_workshop(place, title="Déjà là"))
    local = taken.local_start
    day, starts = f"{local:%Y-%m-%d}", f"{local:%H:%M}"
    typed = a_form(team, day=day, starts=starts, ends=f"{local + dt.timedelta(hours=1):%H:%M}")
    del typed["warned"]
    client.force_login(mediator)
    page = client.post(reverse("space_new"), typed).content.decode()
    assert "Déjà là" in page
    assert client.post(reverse("space_new"), typed | {"warned": "1"}).status_code == 302


def test_the_same_again_on_tapped_days(client, mediator, team, place):
    page = a_workshop(
        place,
        schedule={"start": tomorrow(), "starts": "14:00", "ends": "16:00"},
        capacity=8,
    )
    page.save_revision().publish()
    date = Occurrence.objects.get(page=page)
    client.force_login(mediator)
    assert client.get(reverse("space_again", args=[date.pk])).status_code == 200
    days = [tomorrow(8), tomorrow(15)]
    answer = client.post(reverse("space_again", args=[date.pk]), {"days": days})
    assert answer.status_code == 302
    assert Occurrence.objects.filter(page=page).count() == 3


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
        "day": tomorrow(9),
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
    asked = {"action": "move", "day": tomorrow(9), "starts": "", "ends": "", "reason": "Grève"}
    answer = client.post(reverse("space_date", args=[date.pk]), asked | typed)
    date.refresh_from_db()
    return answer


def test_a_date_of_whole_days_moves_without_hours_and_lasts_as_long(client, mediator, date):
    start = dt.datetime.combine(timezone.localdate() + dt.timedelta(1), dt.time(), tzinfo=ZONE)
    dates.move(date, start, start + dt.timedelta(days=3), all_day=True)
    moved_in_the_space(client, mediator, date)
    assert date.all_day
    assert date.local_start.date().isoformat() == tomorrow(9)
    assert date.last_day.isoformat() == tomorrow(11)


def test_a_date_of_several_days_moves_with_its_length(client, mediator, date):
    start = dt.datetime.combine(timezone.localdate() + dt.timedelta(1), dt.time(14), tzinfo=ZONE)
    dates.move(date, start, start + dt.timedelta(days=5, hours=-2))
    assert moved_in_the_space(client, mediator, date).status_code == 200  # it has hours
    moved_in_the_space(client, mediator, date, starts="14:00", ends="12:00")
    assert date.last_day.isoformat() == tomorrow(14)


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
