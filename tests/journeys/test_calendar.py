"""Journeys of the calendar in a real browser: with and without script, in both languages."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.utils import timezone

from events import dates
from events.models import CalendarPage, EditionPage
from events.search import snapshot
from tests.browser import follow
from tests.events.calendar_examples import (
    a_calendar,
    a_place,
    a_workshop,
    about,
    an_event,
    dates_of,
    in_breton,
    once,
    weekly,
)

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def calendar(monkeypatch):
    """Next week's dates, one cancelled, one full, one that goes on."""
    cache.clear()
    monkeypatch.setattr(snapshot, "_kept", None)
    calendar = a_calendar()
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    place = a_place(calendar)
    first = an_event(calendar, "Premiers pas", weekly(3, first=tomorrow), place=place, capacity=8)
    about(first, "sante")
    in_breton(first, "Pazennoù kentañ")
    about(an_event(calendar, "À Groix", once(tomorrow), commune="56069"), "emploi")
    dates.cancel(dates_of(first)[1], "Tempête")
    started = {"start": (tomorrow - dt.timedelta(days=3)).isoformat(), "days": 9}
    an_event(calendar, "Exposition", started, access=["wheelchair"])
    a_workshop(calendar, schedule=weekly(3, first=tomorrow), drop_in=True)
    return calendar


def test_a_reader_without_script_searches_by_a_form(visit):
    page = visit(360, java_script_enabled=False)
    page.goto("/fr/agenda/")
    page.get_by_label("Ma commune").select_option("56069")
    follow(page.get_by_role("button", name="Rechercher").last)
    assert "commune=56069" in page.url
    assert page.locator(".date-row").count() == 1
    page.locator("summary", has_text="Affiner").click()
    page.get_by_role("link", name="Plus de choix").click()
    follow(page.get_by_role("link", name="Emploi"))
    assert "theme=emploi" in page.url
    assert "Emploi" in page.locator("#facets a.chip[aria-current]").first.text_content()


def test_with_script_the_dates_follow_each_choice_and_are_said_aloud(visit):
    page = visit(1280)
    page.goto("/fr/agenda/")
    page.get_by_label("Ma commune").select_option("56069")
    page.wait_for_url("**commune=56069**")
    assert "1 date" in page.locator("p[role=status]").inner_text()
    page.get_by_label("Ma commune").select_option("")
    page.wait_for_url("**/agenda/")
    page.get_by_role("link", name="Plus de choix").click()
    moment = page.locator("#facet-moment + ul a").first
    moment.wait_for()
    assert moment.evaluate("link => link === document.activeElement")
    page.locator("#facets").get_by_role("link", name="Sante").click()
    page.wait_for_url("**theme=sante**")
    assert page.locator("form[data-live] input[name=theme]").input_value() == "sante"
    page.go_back()
    page.wait_for_url("**refine=1**")
    page.get_by_role("link", name="Moins de choix").wait_for()
    page.go_back()
    page.wait_for_url("**/agenda/")
    page.locator("#dates").get_by_text("À Groix").first.wait_for()


def test_a_cancelled_date_is_said_on_its_own_page_and_in_the_month(visit, calendar):
    page = visit(360)
    page.goto("/fr/agenda/")
    follow(page.locator(".date-row--off a").first)
    assert page.get_by_text("Tempête").is_visible()
    assert not page.get_by_role("link", name="Réserver").count()


def test_one_date_and_the_embedded_agenda_have_no_barrier(visit, axe):
    page = visit(360)
    page.goto("/fr/agenda/premiers-pas/")
    follow(page.locator(".date-row__title a").first)
    axe(page)
    page.goto("/fr/agenda/embed/")
    axe(page)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_session_is_offered_by_a_form_without_barrier(visit, axe, width):
    french = CalendarPage.objects.get(locale__language_code="fr")
    home, today = french.get_parent(), timezone.localdate()
    days = {"first_day": today, "last_day": today + dt.timedelta(days=6), "call_until": today}
    edition = EditionPage(title="Semaine", slug="semaine", locale=home.locale, **days)
    home.add_child(instance=edition)
    page = visit(width)
    page.goto(edition.url)
    follow(page.locator('a[href$="/proposer/"]').first)
    axe(page)
    page.locator("main form button").last.click()
    assert page.locator(":invalid").count() or page.locator(".field__error").count()
