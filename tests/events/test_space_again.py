"""« Refaire »: nobody's days, and nobody's draft, are lost on the way to the site."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from events import dates
from events.models import Occurrence, Team
from mediation.models import WorkshopPage
from tests.events.bookings_examples import a_workshop

pytestmark = pytest.mark.django_db


def in_days(days: int) -> str:
    return (timezone.localdate() + dt.timedelta(days=days)).isoformat()


@pytest.fixture
def workshop(place) -> WorkshopPage:
    schedule = {"start": in_days(1), "starts": "14:00", "ends": "16:00"}
    page = a_workshop(place, schedule=schedule, capacity=8)
    page.save_revision().publish()
    return WorkshopPage.objects.get(pk=page.pk)


@pytest.fixture
def tap(client, mediator, workshop):
    """Taps days of the first date's « Refaire » and publishes; the answer."""
    client.force_login(mediator)
    date = Occurrence.objects.get(page=workshop)

    def publish(*days: int):
        typed = {"days": [in_days(day) for day in days]}
        return client.post(reverse("space_again", args=[date.pk]), typed)

    return publish


@pytest.fixture
def _not_trusted(team):
    Team.objects.update(trusted=False)


def days_of(page: WorkshopPage) -> list[str]:
    rows = Occurrence.objects.filter(page=page).order_by("starts_at")
    return [row.local_start.date().isoformat() for row in rows]


def a_draft_of(page: WorkshopPage) -> None:
    """An editor works on the page and has not published yet."""
    draft = WorkshopPage.objects.get(pk=page.pk)
    draft.title = "Un meilleur titre"
    draft.save_revision()


def moderators():
    return get_user_model().objects.create_superuser("anna", "a@example.org", "x")


def asked(page: WorkshopPage):
    """Where the page stands with the moderators."""
    return WorkshopPage.objects.get(pk=page.pk).current_workflow_state


def accept(page: WorkshopPage) -> None:
    asked(page).current_task_state.specific.approve(user=moderators())


@pytest.mark.usefixtures("_not_trusted")
def test_two_posts_before_the_moderators_answer_are_both_published(tap, workshop):
    assert tap(8).status_code == 302
    assert tap(15).status_code == 302
    assert days_of(workshop) == [in_days(1)]
    accept(workshop)
    assert days_of(workshop) == [in_days(1), in_days(8), in_days(15)]


@pytest.mark.usefixtures("_not_trusted")
def test_days_posted_on_an_editors_draft_keep_its_words(tap, workshop):
    a_draft_of(workshop)
    tap(8)
    accept(workshop)
    workshop.refresh_from_db()
    assert workshop.title == "Un meilleur titre"
    assert days_of(workshop) == [in_days(1), in_days(8)]


@pytest.mark.usefixtures("_not_trusted")
def test_posting_again_after_a_post_was_sent_back_asks_the_moderators_again(tap, workshop):
    tap(8)
    asked(workshop).current_task_state.specific.reject(user=moderators(), comment="Quelle salle ?")
    assert tap(15).status_code == 302
    state = asked(workshop)
    assert state.status == state.STATUS_IN_PROGRESS
    state.current_task_state.specific.approve(user=get_user_model().objects.get(username="anna"))
    assert days_of(workshop) == [in_days(1), in_days(8), in_days(15)]


def test_a_trusted_team_publishes_its_days_and_an_editors_draft_stays_a_draft(tap, workshop):
    a_draft_of(workshop)
    assert tap(8).status_code == 302
    assert days_of(workshop) == [in_days(1), in_days(8)]
    page = WorkshopPage.objects.get(pk=workshop.pk)
    assert page.title == "Premiers pas"
    assert page.has_unpublished_changes
    page.latest_revision.publish()
    page.refresh_from_db()
    assert page.title == "Un meilleur titre"
    assert days_of(workshop) == [in_days(1), in_days(8)]


def test_days_of_a_trusted_team_leave_what_waits_for_the_moderators_waiting(tap, workshop):
    Team.objects.update(trusted=False)
    tap(8)
    Team.objects.update(trusted=True)
    tap(15)
    assert days_of(workshop) == [in_days(1), in_days(15)]
    accept(workshop)
    assert days_of(workshop) == [in_days(1), in_days(8), in_days(15)]


def test_a_day_that_has_its_date_is_not_had_twice(tap, workshop):
    assert tap(1, 8).status_code == 302
    assert days_of(workshop) == [in_days(1), in_days(8)]
    page = WorkshopPage.objects.get(pk=workshop.pk)
    assert page.schedule["added"] == [{"day": in_days(8)}]


def test_days_that_all_have_their_date_are_said_so(tap, workshop):
    dates.cancel(Occurrence.objects.get(page=workshop), "Grève")
    answer = tap(1)
    assert "déjà une séance" in answer.content.decode()
    assert days_of(workshop) == [in_days(1)]


def test_days_are_published_beside_a_draft_that_has_no_schedule_yet(tap, workshop):
    draft = WorkshopPage.objects.get(pk=workshop.pk)
    draft.schedule = {}
    draft.save_revision(clean=False)
    assert tap(8).status_code == 302
    Team.objects.update(trusted=False)
    assert tap(15).status_code == 302
    accept(workshop)
    assert days_of(workshop) == [in_days(1), in_days(8), in_days(15)]


def test_who_has_the_draft_open_is_told_that_it_changed(tap, workshop):
    a_draft_of(workshop)
    opened = WorkshopPage.objects.get(pk=workshop.pk).latest_revision_id
    tap(8)
    assert WorkshopPage.objects.get(pk=workshop.pk).latest_revision_id != opened


def test_a_page_taken_offline_comes_back_by_the_moderators_only(tap, workshop):
    workshop.unpublish()
    assert tap(8).status_code == 302
    assert not WorkshopPage.objects.get(pk=workshop.pk).live
    accept(workshop)
    assert days_of(workshop) == [in_days(1), in_days(8)]


@pytest.mark.parametrize("today", ["2026-11-26", "2027-01-31"])
def test_each_day_the_form_accepts_can_be_tapped(client, mediator, place, today):
    with time_machine.travel(f"{today} 12:00:00+01:00", tick=False):
        page = a_workshop(place, schedule={"start": in_days(1), "starts": "14:00"})
        page.save_revision().publish()
        client.force_login(mediator)
        shown = client.get(reverse("space_again", args=[Occurrence.objects.get(page=page).pk]))
    form, months = (shown.context[name] for name in ("form", "months"))
    cells = [cell["iso"] for month in months for week in month["weeks"] for cell in week]
    assert [iso for iso in cells if iso] == [iso for iso, _words in form.fields["days"].choices]
