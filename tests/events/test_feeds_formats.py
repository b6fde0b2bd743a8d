"""RSS, JSON, CSV and JSON-LD as independent validators judge them."""

import csv
import dataclasses
import io
import json
import shutil
import subprocess
from pathlib import Path

import feedparser
import frictionless
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.feeds import csv as csv_feed
from events.feeds import json as json_feed
from events.feeds.jsonld import to_jsonld
from events.feeds.rows import Said
from events.feeds.rss import to_rss
from tests.events.feed_examples import a_feed, a_row, at, tuesdays

SCHEMAS = Path(json_feed.__file__).parent / "schemas"


def some_rows():
    rows = tuesdays(12)
    rows[1] = dataclasses.replace(rows[1], state="cancelled", reason="=1+1 Grève <b>")
    rows[2] = dataclasses.replace(rows[2], state="moved", start=at("2026-10-21T10:00"))
    said = {**rows[0].said, "br": Said("Atalier", "https://portail.test/br/atalier/")}
    expo = a_row("2026-11-19T00:00", series="expo", hours=72, all_day=True, said=said)
    return [*rows, expo, a_row("2026-11-20T18:00", "en-ligne", None, venue=None, online=True)]


def test_feedparser_reads_the_rss_without_complaint():
    parsed = feedparser.parse(to_rss(a_feed(*some_rows())))
    assert not parsed.bozo
    assert len(parsed.entries) == 3
    first = parsed.entries[0]
    assert first.id.startswith("urn:uuid:")
    assert first.published_parsed[:3] == (2026, 9, 1)
    assert "mardi 6 octobre 2026" in first.summary.replace("\u00a0", " ")
    assert "Grève <b>" in first.summary


def test_a_news_reader_says_until_when_a_date_of_several_days_lasts():
    (entry,) = feedparser.parse(to_rss(a_feed(a_row("2026-11-24T10:00", hours=128)))).entries
    said = entry.summary.replace("\u00a0", " ")
    assert said.startswith("mardi 24 novembre 2026, à partir de 10 h, jusqu’au 29 novembre, Média")


@pytest.mark.skipif(not shutil.which("xmllint"), reason="xmllint is not installed")
def test_xmllint_accepts_the_rss():
    subprocess.run(
        ["xmllint", "--noout", "-"], input=to_rss(a_feed(*some_rows())), check=True, timeout=20
    )


@given(st.text())
def test_no_text_breaks_the_rss(text):
    said = {"fr": Said(text, "https://portail.test/fr/x/", text)}
    assert not feedparser.parse(to_rss(a_feed(a_row("2026-11-20T18:00", said=said)))).bozo


def test_the_json_follows_its_schema():
    schema = json.loads((SCHEMAS / "agenda.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(json_feed.to_json(a_feed(*some_rows()), "https://portail.test/s.json"))
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(schema, format_checker=checker).validate(document)
    assert document["total"] == 14
    assert {timing["status"] for timing in document["events"][0]["timings"]} == {1, 2, 6}


def test_the_csv_follows_its_table_schema():
    text = csv_feed.to_csv(a_feed(*some_rows()))
    schema = frictionless.Schema.from_descriptor(
        json.loads((SCHEMAS / "agenda.tableschema.json").read_text())
    )
    resource = frictionless.Resource(text, format="csv", schema=schema)
    report = resource.validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])
    assert [field.name for field in schema.fields] == list(csv_feed.COLUMNS)


@given(st.text())
def test_no_cell_can_start_a_formula(text):
    said = {"fr": Said(text, "https://portail.test/fr/x/", text)}
    row = a_row("2026-11-20T18:00", said=said, reason=text, price=text, organizer=text)
    table = csv.reader(io.StringIO(csv_feed.to_csv(a_feed(row)).decode(), newline=""))
    for cells in table:
        assert len(cells) == len(csv_feed.COLUMNS)
        assert not any(cell.strip().startswith(("=", "+", "-", "@")) for cell in cells)


def test_search_engines_learn_that_a_date_is_cancelled_or_moved():
    rows = some_rows()
    cancelled = to_jsonld(rows[1], "fr", "portail.test", "workshop")
    assert cancelled["@type"] == "EducationEvent"
    assert cancelled["eventStatus"].endswith("EventCancelled")
    assert cancelled["startDate"] == "2026-10-13T14:00:00+02:00"
    moved = to_jsonld(rows[2], "fr", "portail.test")
    assert moved["eventStatus"].endswith("EventRescheduled")
    assert moved["previousStartDate"] == "2026-10-20T14:00:00+02:00"


def test_search_engines_learn_how_one_takes_part():
    rows = some_rows()
    online = to_jsonld(rows[-1], "fr", "portail.test")
    assert online["eventAttendanceMode"].endswith("OnlineEventAttendanceMode")
    assert online["location"]["@type"] == "VirtualLocation"
    whole_days = to_jsonld(rows[-2], "br", "portail.test")
    assert whole_days["startDate"] == "2026-11-19"
    assert whole_days["name"] == "Atalier"
    assert whole_days["location"]["address"]["addressLocality"] == "Lorient"
