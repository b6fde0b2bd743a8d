"""Journeys around places, in a real browser: a number in three clicks, one click, a merge."""

import pytest
from django.utils import timezone

from mediation.keeping.links import link_for
from mediation.models import PlacePage
from tests.browser import follow, sign_in
from tests.mediation.place_examples import a_directory, a_place

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def place():
    index = a_directory()
    a_place(index, "Mairie", services=[], commune="56083")
    spot = {"latitude": 47.75, "longitude": -3.37}
    return a_place(
        index, phone="+33297843360", access=["wheelchair"], kinds=["mediatheque"], **spot
    )


@pytest.mark.parametrize("language", ["fr", "br"])
def test_a_resident_without_email_finds_a_number_in_three_clicks(visit, place, language):
    page = visit(360, java_script_enabled=False)
    page.goto("/fr/aide/" if language == "fr" else "/br/skoazell/")
    follow(page.locator(".choices a").first)
    follow(page.locator(".choices a", has_text="Lorient"))
    follow(page.locator(".choices a").first)
    assert page.locator('a[href="tel:+33297843360"]').is_visible()


def test_the_directory_is_searched_without_script(visit, place):
    page = visit(360, java_script_enabled=False)
    page.goto("/fr/lieux/")
    page.locator('input[name="q"]').last.fill("mediatheque")
    follow(page.locator("form[data-live] button"))
    assert page.locator("#results .card").count() == 1


def test_a_partner_confirms_in_one_click(visit, place):
    page = visit(360, java_script_enabled=False)
    page.goto("/fr/" + link_for(place).split("/fr/")[1])
    follow(page.locator('button[value="right"]'))
    place.refresh_from_db()
    assert place.confirmed_on == timezone.localdate()


def test_a_moderator_merges_a_duplicate(visit, place, admin_user):
    other = a_place(place.get_parent().specific, "Doublon", live=False, alike=place)
    page = visit()
    sign_in(page)
    page.goto("/admin/places/duplicates/")
    follow(page.locator('button[value="same"]'))
    assert PlacePage.objects.get(pk=other.pk).merged_into == place


@pytest.mark.parametrize("address", ["/fr/lieux/?view=map", "/br/lechiou/?view=map"])
def test_the_exact_map_is_loaded_only_when_asked_for(visit, place, address):
    page, asked = visit(360), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    button = page.locator("[data-exact-map] button")
    button.wait_for()
    assert not [url for url in asked if "leaflet" in url]
    button.click()
    page.locator(".exact-map__pin").first.focus()
    page.keyboard.press("Enter")
    page.locator(".leaflet-popup a").first.click()
    page.wait_for_url("**/mediatheque/")
    assert page.locator("h1").inner_text() == place.title


def test_without_script_no_button_promises_a_map(visit, place):
    page = visit(360, java_script_enabled=False)
    page.goto("/fr/lieux/?view=map")
    assert not page.locator("[data-exact-map]").is_visible()
    assert page.locator("svg.map").is_visible()
