"""A section made private closes what it holds, wherever that is shown, from that moment on."""

import re

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from events.models import EditionPage, Occurrence
from home.models import InformationPage
from mediation.models import PlacePage
from portal.models import for_everyone
from tests.events.calendar_examples import a_calendar, a_workshop, an_event, dates_of, in_breton
from tests.mediation.place_examples import a_directory, a_place
from tests.participation.examples import question, site

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
SHOWING = ("agenda/", "agenda/feed.ics", "agenda/feed.json", "recherche/?q=tablette", "ateliers/")


def close(page) -> PageViewRestriction:
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


def a_section(home, title: str) -> InformationPage:
    section = InformationPage(title=title, slug=title.lower(), locale=home.locale)
    return home.add_child(instance=section)


def showing(client, words: str) -> list[str]:
    """Where a visitor reads these words."""
    return [one for one in SHOWING if words in client.get(f"/fr/{one}").text]


def test_the_dates_of_a_private_list_leave_the_agenda_and_come_back(client):
    calendar = a_calendar()
    workshop = a_workshop(calendar)
    booking = reverse("book", args=[dates_of(workshop)[0].pk])
    assert set(showing(client, "La tablette")) >= {"agenda/", "agenda/feed.ics", "ateliers/"}
    assert client.get(booking).status_code == 200
    restriction = close(workshop.get_parent())
    assert showing(client, "La tablette") == []
    assert client.get(booking).status_code == 404
    restriction.delete()
    assert "agenda/" in showing(client, "La tablette")


def test_a_page_moved_into_a_private_section_takes_its_dates_along(client):
    calendar = a_calendar()
    workshop = a_workshop(calendar)
    section = a_section(calendar.get_parent(), "Interne")
    close(section)
    assert "agenda/" in showing(client, "La tablette")
    workshop.move(section, pos="last-child")
    assert showing(client, "La tablette") == []


def test_a_private_directory_gives_no_file_no_place_and_no_count(client):
    index = a_directory()
    a_place(index, "Médiathèque")
    need = "/fr/aide/?need=demarches&commune=56121&way=venir"
    assert "Médiathèque" in client.get(need).text
    close(index)
    for form in ("csv", "json", "geojson"):
        assert client.get(f"/fr/lieux/places.{form}").status_code == 404
        assert client.get(f"/br/lechiou/places.{form}").text.count("Médiathèque") == 0
    assert "Médiathèque" not in client.get(need).text
    assert PlacePage.objects.shown().count() == 0


def test_a_private_question_leaves_the_home_page_and_comes_back(client):
    today = timezone.localdate()
    week = EditionPage(title="Semaine", slug="semaine", first_day=today, last_day=today)
    a_section(site(), "Semaines").add_child(instance=week)
    asked = question(title="Et vous ?", event=week)
    assert "Et vous ?" in client.get("/fr/").text
    restriction = close(asked.get_parent())
    assert "Et vous ?" not in client.get("/fr/").text
    restriction.delete()
    assert "Et vous ?" in client.get("/fr/").text


def test_a_private_section_closes_itself_and_what_is_below_and_no_neighbour():
    home = a_calendar().get_parent()
    inner, beside = a_section(home, "Interne"), a_section(home, "Voisine")
    below = a_section(a_section(inner, "Dessous"), "Profond")
    close(inner)
    open_pages = set(Page.objects.filter(for_everyone()).values_list("pk", flat=True))
    assert {home.pk, beside.pk} <= open_pages
    assert not {inner.pk, below.get_parent().pk, below.pk} & open_pages
    assert open_pages == set(Page.objects.live().public().values_list("pk", flat=True))


def closed(page) -> list[str]:
    return [one.restriction_type for one in PageViewRestriction.objects.filter(page=page)]


def test_what_is_private_in_french_is_private_in_breton_until_it_opens_again(client):
    french = an_event(a_calendar(), "Premiers pas")
    breton = Page.objects.get(pk=in_breton(french, "Pazennoù kentañ").pk)
    search = "/br/klask/?q=pazennou"
    assert "Pazennoù kentañ" in client.get(search).text
    restriction = close(french)
    assert "Pazennoù kentañ" not in client.get(search).text
    assert client.get(breton.url).status_code == 302
    restriction.delete()
    assert "Pazennoù kentañ" in client.get(search).text
    assert client.get(breton.url).status_code == 200


def test_the_groups_that_may_read_the_french_page_may_read_the_breton_one():
    french = an_event(a_calendar(), "Premiers pas")
    breton = in_breton(french, "Pazennoù kentañ")
    restriction = PageViewRestriction.objects.create(page=french, restriction_type="groups")
    restriction.groups.set([Group.objects.create(name="Équipe")])
    mirrored = PageViewRestriction.objects.get(page=breton)
    assert [group.name for group in mirrored.groups.all()] == ["Équipe"]


def test_a_translation_made_of_a_private_page_is_private_too():
    french = an_event(a_calendar(), "Premiers pas")
    close(french)
    assert closed(in_breton(french, "Pazennoù kentañ")) == ["login"]


def test_a_breton_page_may_be_private_alone():
    french = an_event(a_calendar(), "Premiers pas")
    close(in_breton(french, "Pazennoù kentañ"))
    assert closed(french) == []


def test_a_private_french_page_that_is_erased_does_not_open_its_twin():
    french = an_event(a_calendar(), "Premiers pas")
    breton = in_breton(french, "Pazennoù kentañ")
    close(french)
    french.delete()
    assert closed(breton) == ["login"]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL knows how few they are")
def test_whether_a_date_may_be_seen_never_needs_all_pages_of_the_site():
    plan = Occurrence.objects.visible().explain()
    assert "CORRELATED" in plan
    assert not re.search(r"SCAN U\d", plan), plan
