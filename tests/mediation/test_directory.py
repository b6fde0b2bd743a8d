"""The directory: what is asked in the address bar, what answers, at what cost."""

import datetime as dt

import pytest
import time_machine
from lxml.html import fromstring
from wagtail.models import Locale

from mediation.models import PlaceClosure
from mediation.opening_hours.state import PARIS
from portal.translation.twin import twin
from tests.mediation.place_examples import a_directory, a_place

pytestmark = pytest.mark.django_db
TUESDAY_TEN = dt.datetime(2026, 11, 24, 10, tzinfo=PARIS)


@pytest.fixture(autouse=True)
def _tuesday_morning():
    with time_machine.travel(TUESDAY_TEN, tick=False):
        yield


@pytest.fixture
def index():
    return a_directory()


def names(response):
    return [place["name"] for place in response.context["places"]]


def test_every_place_is_listed_with_its_hours_and_its_telephone(client, index):
    a_place(index, phone="+33297843360")
    page = client.get("/fr/lieux/").content.decode()
    assert "Médiathèque" in page and 'href="tel:+33297843360"' in page
    assert "02\u00a097\u00a084\u00a033\u00a060" in page


def test_places_that_help_come_before_those_that_only_tell_who_does(client, index):
    a_place(index, "Mairie", services=[])
    a_place(index, "Zèbre")
    assert names(client.get("/fr/lieux/")) == ["Zèbre", "Mairie"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Médiathèque", "France services", "Bus"}),
        ("commune=56069", {"France services"}),
        ("commune=Groe", {"France services"}),
        ("commune=56121&within=5", {"Médiathèque", "Bus"}),
        ("kind=mediatheque", {"Médiathèque"}),
        ("kind=mediatheque&kind=itinerant", {"Médiathèque", "Bus"}),
        ("kind=mediatheque&service=emploi", set()),
        ("service=emploi", {"Bus"}),
        ("access=wheelchair", {"Médiathèque"}),
        ("free=1", {"Bus"}),
        ("wifi=1", {"Médiathèque"}),
        ("breton=1", {"France services"}),
        ("open=now", {"Médiathèque", "France services"}),
        ("open=2026-11-24T20:00", set()),
        ("q=mediatheque", {"Médiathèque"}),
        ("q=groe", {"France services"}),
        ("unknown=1", {"Médiathèque", "France services", "Bus"}),
    ],
)
def test_each_filter_answers(client, index, query, found):
    a_place(index, kinds=["mediatheque"], access=["wheelchair"], equipment=["wifi"])
    a_place(index, "France services", commune="56069", languages=["br"])
    a_place(
        index, "Bus", kinds=["itinerant"], services=["emploi"], fees=["gratuit"], opening_hours=""
    )
    assert set(names(client.get(f"/fr/lieux/?{query}"))) == found


@pytest.mark.parametrize(
    "query",
    ["open=demain", "open=9999-01-01", "kind=x", "commune=Paris", "within=x", "page=x", "view=x"],
)
def test_a_bad_value_is_a_message_and_keeps_the_rest(client, index, query):
    a_place(index)
    response = client.get(f"/fr/lieux/?{query}&service=demarches")
    assert response.status_code == 200 and names(response) == ["Médiathèque"]
    assert response.context["form"].errors
    data = client.get(f"/fr/lieux/places.json?{query}&service=demarches")
    assert data.status_code == 400


def test_a_dated_closure_closes_today(client, index):
    place = a_place(index)
    PlaceClosure.objects.create(
        place=place, first=dt.date(2026, 11, 24), last=dt.date(2026, 11, 25), message="travaux"
    )
    assert names(client.get("/fr/lieux/?open=now")) == []
    assert "travaux" in client.get("/fr/lieux/").content.decode()


def test_in_school_holidays_a_place_that_says_nothing_is_shown_as_doubtful(client, index):
    a_place(index, opening_hours="Mo-Fr 09:00-12:00")
    with time_machine.travel(dt.datetime(2026, 12, 22, 10, tzinfo=PARIS), tick=False):
        response = client.get("/fr/lieux/?open=now")
    assert names(response) == ["Médiathèque"]
    assert response.context["places"][0]["hours"]["kind"] == "few"


def test_counts_say_what_one_more_facet_would_leave(client, index):
    a_place(index, kinds=["mediatheque"], services=["emploi"])
    a_place(index, "Bus", kinds=["itinerant"], services=["demarches"])
    facets = client.get("/fr/lieux/?kind=itinerant").context["facets"]
    groups = {group["id"]: group for group in facets["groups"]}
    kinds = {str(item["url"]): item["count"] for item in groups["facet-kind"]["items"]}
    assert sorted(kinds.values()) == [1, 1]
    services = {item["label"]: item["count"] for item in groups["facet-service"]["items"]}
    assert sum(services.values()) == 1


def test_the_map_counts_places_by_commune(client, index):
    a_place(index)
    response = client.get("/fr/lieux/?view=map")
    assert response.context["map"]["56121"]["count"] == 1
    assert "<svg" in response.content.decode()


def test_nothing_found_offers_ways_out(client, index):
    a_place(index)
    tips = client.get("/fr/lieux/?commune=56069&service=emploi").context["tips"]
    assert len(tips) == 2


def test_a_breton_reader_finds_breton_names_and_french_ones_marked(client, index):
    translated, other = a_place(index), a_place(index, "Bus")
    twin(translated, {"Médiathèque": "Mediaoueg", translated.slug: translated.slug})
    response = client.get("/br/lechiou/")
    langs = {place["name"]: place["lang"] for place in response.context["places"]}
    assert langs == {"Mediaoueg": "", "Bus": "fr"}
    page = client.get(f"/br/lechiou/{other.slug}/")
    assert page.status_code == 200 and page.context["foreign"] == "fr"
    assert client.get(f"/br/lechiou/{other.slug}/fiche/").status_code == 200


def test_every_name_is_said_to_be_french_while_no_place_has_breton_words(client, index):
    a_place(index)
    assert [place["lang"] for place in client.get("/br/lechiou/").context["places"]] == ["fr"]
    assert [place["lang"] for place in client.get("/fr/lieux/").context["places"]] == [""]


@pytest.mark.parametrize("alias", [False, True])
def test_all_french_words_of_a_breton_page_are_said_to_be_french(client, index, alias):
    words = {"introduction": "Un lieu.", "coming": "Bus 4.", "access_details": "Sans marche."}
    words |= {"hours_note": "Sauf férié.", "text": "<p>Des livres.</p>"}
    place = a_place(index, **words)
    if alias:
        place.copy_for_translation(Locale.objects.get(language_code="br"), alias=True)
    page = fromstring(client.get(f"/br/lechiou/{place.slug}/").text)
    for said in ("Médiathèque", "Un lieu.", "Bus 4.", "Sans marche.", "Sauf férié.", "Des livres."):
        found = page.xpath(f"//main//*[contains(text(), '{said}')]/ancestor-or-self::*/@lang")
        assert found[-1] == "fr", said
    sheet = fromstring(client.get(f"/br/lechiou/{place.slug}/fiche/").text)
    for said in ("Médiathèque", "Bus 4.", "Sauf férié."):
        found = sheet.xpath(f"//main//*[contains(text(), '{said}')]/ancestor-or-self::*/@lang")
        assert found[-1] == "fr", said
    french = fromstring(client.get(f"/fr/lieux/{place.slug}/").text)
    assert french.xpath("//main//@lang") == ["fr"]


def test_facts_changed_in_french_show_on_the_breton_page(client, index):
    place = a_place(index, phone="+33297843360")
    twin(place, {"Médiathèque": "Mediaoueg", place.slug: place.slug})
    place.phone = "+33297000001"
    place.save()
    assert "tel:+33297000001" in client.get(f"/br/lechiou/{place.slug}/").content.decode()


def test_a_commune_has_its_page(client, index):
    a_place(index, "Mairie de Groix", commune="56069", kinds=["mairie"], phone="+33297868015")
    response = client.get("/fr/lieux/commune/groix/")
    assert response.context["town_hall"]["name"] == "Mairie de Groix"
    assert response.content.decode().count("tel:+33297868015") == 1
    assert client.get("/br/lechiou/commune/groe/").status_code == 200
    assert client.get("/fr/lieux/commune/paris/").status_code == 404


@pytest.mark.parametrize("count", [4, 40])
def test_a_long_directory_costs_no_more_queries(
    client, index, count, django_assert_max_num_queries
):
    for number in range(count):
        a_place(index, f"Lieu {number}")
    client.get("/fr/lieux/")  # what Wagtail keeps of the site is asked once
    with django_assert_max_num_queries(10):
        client.get("/fr/lieux/?q=lieu&service=demarches&open=now")


def test_the_place_page_says_what_matters(client, index):
    place = a_place(index, phone="+33297843360", kinds=["mediatheque"], ways=["accompagne"])
    page = client.get(f"/fr/lieux/{place.slug}/")
    about = page.context["about"]
    assert about["hours_now"]["kind"] == "open"
    assert [hours for _day, hours in about["week"]][5:] == [about["week"][6][1]] * 2
    assert about["stale"]


def test_what_a_place_is_and_its_outside_wifi_are_shown(client, index):
    facts = {"mobility": ["itinerant"], "setting": ["rural"], "parent_structure": "CCAS de Groix"}
    place = a_place(index, kinds=["itinerant"], wifi_outside="24/7", **facts)
    page = client.get(f"/fr/lieux/{place.slug}/").content.decode()
    for words in ("Itinérant", "Rural", "CCAS de Groix", "à toute heure"):
        assert words in page, words


def test_call_first_is_said_only_where_there_is_a_number(client, index):
    a_place(index, "Sans rien", opening_hours="")
    assert "appelez d’abord" not in client.get("/fr/lieux/").content.decode()
    a_place(index, "Au bout du fil", opening_hours="", phone="+33297843360")
    assert "appelez d’abord" in client.get("/fr/lieux/").content.decode()


def test_the_orientation_sheet_leads_back_by_a_square_code(client, index):
    place = a_place(index)
    page = client.get(f"/fr/lieux/{place.slug}/fiche/").content.decode()
    assert "<svg" in page and f"/fr/lieux/{place.slug}/" in page
