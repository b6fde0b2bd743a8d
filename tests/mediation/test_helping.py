"""The help finder: three questions, no typing, no script, and a person at the end."""

import datetime as dt

import lxml.html
import pytest
import time_machine
from django.urls import reverse
from django.utils import translation

from mediation.opening_hours.state import PARIS
from tests.mediation.place_examples import a_directory, a_place

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _tuesday_morning():
    with time_machine.travel(dt.datetime(2026, 11, 24, 10, tzinfo=PARIS), tick=False):
        yield


@pytest.fixture
def index():
    return a_directory()


def address(language="fr"):
    with translation.override(language):
        return reverse("help")


def links(response):
    page = lxml.html.fromstring(response.content.decode())
    return [a.get("href") for a in page.xpath("//ul[contains(@class, 'choices')]//a")]


def answers(client, **given):
    query = "&".join(f"{name}={value}" for name, value in given.items())
    return client.get(f"{address()}?{query}")


def test_three_clicks_lead_to_a_telephone_number(client, index):
    a_place(index, phone="+33297843360")
    page = client.get(address())
    for choice in (0, 18, 0):  # my papers; Lorient; I can come
        page = client.get(address() + links(page)[choice])
    assert 'href="tel:+33297843360"' in page.content.decode()


def test_the_nearest_open_place_comes_first(client, index):
    a_place(index, "Loin", commune="56188", phone="+33297397108")
    a_place(index, "Fermé", commune="56121", phone="+33297000001", opening_hours="Mo 09:00-12:00")
    a_place(index, "Ouvert", commune="56098", phone="+33297000002")
    found = answers(client, need="demarches", commune="56121", way="venir").context
    assert found["first"]["name"] == "Ouvert"
    assert [place["name"] for place in found["others"]] == ["Fermé", "Loin"]


def test_an_island_is_left_only_when_nothing_is_on_it(client, index):
    a_place(index, "Lorient", phone="+33297000001")
    a_place(index, "Groix", commune="56069", opening_hours="Sa 09:00-12:00")
    found = answers(client, need="demarches", commune="56069", way="venir").context
    assert found["first"]["name"] == "Groix"


def test_by_telephone_only_places_with_a_number_answer(client, index):
    a_place(index, "Muet")
    a_place(index, "Parlant", commune="56188", phone="+33297397108")
    found = answers(client, need="demarches", commune="56121", way="telephone").context
    assert found["first"]["name"] == "Parlant" and found["others"] == []


def test_nobody_who_comes_is_not_a_dead_end(client, index):
    a_place(index, phone="+33297843360")
    found = answers(client, need="demarches", commune="56121", way="domicile").context
    assert found["fallback"] and found["first"]["name"] == "Médiathèque"


def test_a_strange_answer_asks_the_question_again(client, index):
    assert answers(client, need="xyz", commune="Paris").context["step"] == 1
    assert answers(client, need="demarches", commune="Paris").context["step"] == 2


def test_each_question_and_the_answer_can_be_read_aloud(client, index):
    a_place(index, phone="+33297843360")
    given = {"need": "demarches", "commune": "56121", "way": "venir"}
    for page in (answers(client), answers(client, need="demarches"), answers(client, **given)):
        html = lxml.html.fromstring(page.content.decode())
        assert html.xpath("//*[@data-reading]/@data-listen") and html.xpath("//*[@data-aloud]//h1")
        assert html.xpath("//script[contains(@src, 'guide')]")


def test_the_finder_speaks_breton(client, index):
    assert client.get(address("br")).status_code == 200
