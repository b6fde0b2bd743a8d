"""A section made private closes what it holds, wherever that is shown, from that moment on."""

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from events.search import snapshot
from home.models import InformationPage
from mediation.models import PlacePage
from portal.models import for_everyone
from tests.events.calendar_examples import NOW, a_calendar, a_workshop, dates_of
from tests.mediation.place_examples import a_directory, a_place

pytestmark = pytest.mark.django_db
SHOWING = ("agenda/", "agenda/feed.ics", "agenda/feed.json", "recherche/?q=tablette", "ateliers/")


@pytest.fixture(autouse=True)
def _now(monkeypatch):
    cache.clear()
    monkeypatch.setattr(snapshot, "_kept", None)
    with time_machine.travel(NOW, tick=False):
        yield
    cache.clear()


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


def test_a_private_section_closes_itself_and_what_is_below_and_no_neighbour():
    home = a_calendar().get_parent()
    inner, beside = a_section(home, "Interne"), a_section(home, "Voisine")
    below = a_section(a_section(inner, "Dessous"), "Profond")
    close(inner)
    open_pages = set(Page.objects.filter(for_everyone()).values_list("pk", flat=True))
    assert {home.pk, beside.pk} <= open_pages
    assert not {inner.pk, below.get_parent().pk, below.pk} & open_pages
    assert open_pages == set(Page.objects.live().public().values_list("pk", flat=True))
