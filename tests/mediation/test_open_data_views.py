"""Open data beside the directory, and the catalogue."""

import csv
import io
import json
import time

import pytest
from django.utils.http import http_date

from mediation.keeping import facts
from tests.mediation.place_examples import a_directory, a_place

pytestmark = pytest.mark.django_db


@pytest.fixture
def index():
    return a_directory()


@pytest.mark.parametrize("form", ["csv", "json", "geojson"])
def test_places_are_published_and_not_sent_twice(client, index, form):
    a_place(index, latitude=47.75, longitude=-3.37)
    first = client.get(f"/fr/lieux/places.{form}")
    assert first.status_code == 200 and "Médiathèque" in first.content.decode()
    assert first["Access-Control-Allow-Origin"] == "*"
    again = client.get(f"/fr/lieux/places.{form}", HTTP_IF_NONE_MATCH=first["ETag"])
    assert again.status_code == 304


def test_a_harvester_that_asks_by_date_gets_what_a_partner_corrected_since(client, index):
    place = a_place(index, phone="+33297843360")
    place.save_revision().publish()
    later = http_date(time.time() + 60)
    place.refresh_from_db()
    facts.publish(place, {"phone": "+33297000000"})
    answer = client.get("/fr/lieux/places.csv", headers={"If-Modified-Since": later})
    assert answer.status_code == 200
    assert "+33297000000" in answer.text


def test_a_place_that_the_schema_refuses_stays_out(client, index):
    a_place(index, "Mairie", services=[])
    rows = list(csv.DictReader(io.StringIO(client.get("/fr/lieux/places.csv").content.decode())))
    assert rows == []


def test_a_search_can_be_taken_away_as_data(client, index):
    a_place(index)
    a_place(index, "Groix", commune="56069")
    found = json.loads(client.get("/fr/lieux/places.json?commune=56069").content)
    assert [row["nom"] for row in found] == ["Groix"]


def test_the_catalogue_names_each_file_its_licence_and_its_schema(client, index):
    a_place(index)
    assert client.get("/donnees/").status_code == 200
    catalogue = json.loads(client.get("/donnees/catalogue.jsonld").content)
    dataset, dates, actors = catalogue["dcat:dataset"]
    assert [one["dct:identifier"] for one in (dates, actors)] == ["dates", "actors"]
    assert len(actors["dcat:distribution"]) == 2
    assert len(dataset["dcat:distribution"]) == 3
    assert "licence-ouverte" in dataset["dct:license"]["@id"]
    schema = json.loads(client.get("/donnees/places-schema.json").content)
    assert len(schema["fields"]) == 32
