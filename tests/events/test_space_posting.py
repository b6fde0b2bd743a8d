"""A workshop posted in one screen: what a mediator is told before, and what is refused."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page

from events.models import Occurrence, SchoolHoliday, Team
from mediation.models import WorkshopIndexPage, WorkshopPage
from tests.events.bookings_examples import a_date, a_place, a_workshop

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


@pytest.mark.usefixtures("workshops")
def test_a_trusted_team_publishes_at_once(client, mediator, team):
    client.force_login(mediator)
    answer = client.post(reverse("space_new"), a_form(team))
    assert answer.status_code == 302, answer.context["form"].errors
    page = WorkshopPage.objects.get()
    assert page.live
    assert page.owner == mediator
    assert Occurrence.objects.get(page=page).capacity == 8


def test_a_site_without_a_page_for_workshops_says_so_and_keeps_what_was_typed(
    client, mediator, team
):
    client.force_login(mediator)
    answer = client.post(reverse("space_new"), a_form(team))
    assert answer.status_code == 200
    assert "Le site n’a pas encore de page pour les ateliers." in answer.text
    assert "Je crée ma boîte mail" in answer.text


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


@time_machine.travel("2026-11-24 09:00:00+00:00")
@pytest.mark.usefixtures("workshops")
def test_no_warning_is_given_of_a_day_on_which_an_added_holiday_lets_the_series_rest(
    client, mediator, team
):
    first = dt.date(2026, 12, 1)
    SchoolHoliday.objects.create(name="Pont", first=first, last=first)
    client.force_login(mediator)
    typed = a_form(team, day=first.isoformat(), until="2026-12-15")
    del typed["warned"]
    assert client.post(reverse("space_new"), typed).status_code == 302
    assert Occurrence.objects.count() == 2


@time_machine.travel("2026-11-24 09:00:00+00:00")
@pytest.mark.usefixtures("workshops")
def test_a_series_that_an_added_holiday_leaves_without_a_date_is_refused(client, mediator, team):
    first, last = dt.date(2026, 12, 1), dt.date(2026, 12, 8)
    SchoolHoliday.objects.create(name="Travaux", first=first, last=last)
    client.force_login(mediator)
    typed = a_form(team, day=first.isoformat(), until=last.isoformat())
    answer = client.post(reverse("space_new"), typed)
    assert "Il ne reste aucune date. Vérifiez les exceptions." in answer.text
    assert "Je crée ma boîte mail" in answer.text
    assert not WorkshopPage.objects.exists()


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
