"""The calendar taken elsewhere: feeds for other programs, a frame for other sites, paper."""

import datetime as dt
import json
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
import time_machine
from lxml import html

from events import dates, feed_views
from events.open_data import dates_dataset
from events.search import results
from portal.schedule import ZONE
from tests.events.calendar_examples import TODAY, an_event, dates_of, once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]


@pytest.mark.parametrize("kind", ["ics", "rss", "json", "csv"])
def test_every_feed_carries_the_same_search(client, calendar, kind):
    an_event(calendar, "À Groix", commune="56069")
    an_event(calendar, "À Lorient")
    answer = client.get(f"/fr/agenda/feed.{kind}?commune=56069")
    assert answer.status_code == 200
    assert "Groix" in answer.content.decode()
    assert "Lorient" not in answer.content.decode().replace("Pays de Lorient", "")
    again = client.get(
        f"/fr/agenda/feed.{kind}?commune=56069", headers={"If-None-Match": answer["ETag"]}
    )
    assert again.status_code == 304
    assert answer["Last-Modified"]


def test_a_feed_changes_when_a_date_does(client, calendar):
    event = an_event(calendar)
    before = client.get("/fr/agenda/feed.ics")["ETag"]
    dates.cancel(dates_of(event)[0], "Grève")
    answer = client.get("/fr/agenda/feed.ics", headers={"If-None-Match": before})
    assert answer.status_code == 200
    assert b"STATUS:CANCELLED" in answer.content


def test_a_word_the_search_does_not_know_makes_no_other_feed(client, calendar, monkeypatch):
    an_event(calendar)
    feed = client.get("/fr/agenda/feed.json?commune=56121").content
    monkeypatch.setattr(feed_views, "feed_of", None)  # whoever writes it again fails
    assert client.get("/fr/agenda/feed.json?utm=1&commune=56121").content == feed


def test_the_schemas_stand_beside_the_feeds(client, calendar):
    assert json.loads(client.get("/fr/agenda/feed.schema.json").content)["title"] == "Agenda"
    assert json.loads(client.get("/fr/agenda/feed.tableschema.json").content)["fields"]


def test_the_search_goes_on_paper(client, calendar):
    an_event(calendar)
    for paper in ("poster", "leaflet", "large", "nonsense"):
        answer = client.get(f"/fr/agenda/poster.pdf?paper={paper}")
        assert answer.content.startswith(b"%PDF")


def test_a_search_that_finds_nothing_is_the_same_paper_all_day(client, calendar):
    papers = set()
    for hour in (0, 9, 23):
        with time_machine.travel(dt.datetime(2026, 11, 24, hour, 30, tzinfo=ZONE), tick=False):
            papers.add(client.get("/fr/agenda/poster.pdf?commune=56121")["ETag"])
    assert len(papers) == 1


def test_words_found_stay_found_while_another_reader_empties_what_is_remembered(monkeypatch):
    class EmptiedAtOnce(dict):
        def __setitem__(self, key, value):
            self.clear()

    monkeypatch.setattr(results, "_looked_up", lambda words, calendar: 5)
    assert results._saying("tablette", SimpleNamespace(said=EmptiedAtOnce())) == 5


def test_only_the_embedded_agenda_may_be_framed(client, calendar):
    an_event(calendar)
    framed = client.get("/fr/agenda/embed/?commune=56121")
    assert framed.status_code == 200
    assert "X-Frame-Options" not in framed
    page = client.get("/fr/agenda/?commune=56121")
    assert page["X-Frame-Options"] == "DENY"
    page = client.get("/fr/agenda/ways/?commune=56121")
    (line,) = html.fromstring(page.content).xpath("//input[@readonly]/@value")
    assert line.startswith('<iframe title="')
    assert "/agenda/embed/?commune=56121" in line


def test_the_catalogue_of_open_data_leads_to_the_feeds(client, calendar):
    an_event(calendar, "Hier", once(TODAY - dt.timedelta(days=1)))
    an_event(calendar)
    assert dates_dataset(None)["count"] == 1
    catalogue = client.get("/donnees/catalogue.jsonld").json()
    (dates,) = [one for one in catalogue["dcat:dataset"] if one["dct:identifier"] == "dates"]
    assert len(dates["dcat:distribution"]) == 4
    for file in dates["dcat:distribution"]:
        path = urlsplit(file["dcat:downloadURL"]["@id"]).path
        assert client.get(path)["Content-Type"].startswith(file["dcat:mediaType"])
    assert client.get(urlsplit(dates["dct:conformsTo"]["@id"]).path).status_code == 200
