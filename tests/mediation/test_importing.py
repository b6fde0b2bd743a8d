"""The national file as a difference, without a database."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from mediation.importing import Known, plan
from mediation.opendata import from_cells, read

SAMPLE = Path(__file__).resolve().parents[3] / "shared/data/lieux_sample.csv"
needs_sample = pytest.mark.skipif(not SAMPLE.exists(), reason="the shared data is not there")

LIBRARY = {
    "id": "a-1",
    "source": "A",
    "nom": "Médiathèque François-Mitterrand",
    "commune": "Lorient",
    "code_insee": "56121",
    "adresse": "4 place François-Mitterrand",
    "telephone": "02 97 84 33 60",
    "date_maj": "2026-01-10",
}


def row(**changed):
    place, _problems, _prose = from_cells({**LIBRARY, **changed})
    assert place is not None
    return place


def known(**changed):
    place = row(**changed)
    return Known(1, place, {(place.source, place.id)})


def planned(*rows, have=()):
    return plan(enumerate(({**LIBRARY, **each} for each in rows), start=2), have)


def test_an_unchanged_row_is_nothing_to_do():
    found = planned({}, have=[known()])
    assert found.empty and found.unchanged == 1


def test_a_changed_field_is_told_before_and_after():
    found = planned({"telephone": "02 97 00 00 01"}, have=[known()])
    (change,) = found.changed[0].changes
    assert (change.field, change.before, change.after) == (
        "telephone",
        "+33297843360",
        "+33297000001",
    )


def test_an_empty_cell_never_erases():
    assert planned({"telephone": ""}, have=[known()]).empty


def test_a_field_taken_over_by_hand_stays():
    mine = replace(known(), locked=frozenset({"telephone"}))
    found = planned({"telephone": "02 97 00 00 01"}, have=[mine])
    assert found.empty and found.unchanged == 1


def test_another_source_is_recognised_and_only_fills_what_is_empty():
    mine = known(telephone="")
    other = {
        "id": "b-9",
        "source": "B",
        "nom": "Mediatheque F. Mitterrand",
        "site_web": "example.org",
    }
    found = planned({**other, "nom": "Médiathèque Francois Mitterrand"}, have=[mine])
    changes = {change.field for change in found.changed[0].changes}
    assert changes == {"telephone", "site_web"} and found.changed[0].score > 83


def test_a_number_merged_by_the_national_pipeline_is_recognised():
    found = planned({"id": "a-1__zz-2", "source": "Z", "adresse": "ailleurs"}, have=[known()])
    assert found.changed[0].key == 1 and not found.new


def test_what_only_resembles_waits_for_a_person():
    other = {
        "id": "b",
        "source": "B",
        "nom": "Médiathèque de Lorient",
        "adresse": "4 place Mitterrand",
    }
    found = planned(other, have=[known()])
    assert [line.key for line in found.alike] == [1] and not found.new


def test_a_place_its_source_no_longer_names_is_gone_and_comes_back():
    found = planned({"id": "a-2", "nom": "Fablab", "adresse": "rue X"}, have=[known()])
    assert [place.key for place in found.gone] == [1]
    back = planned({}, have=[replace(known(), gone=True)])
    assert [line.key for line in back.changed] == [1]


def test_places_of_other_sources_are_never_gone():
    assert planned({"id": "c", "source": "C", "nom": "Autre"}, have=[known()]).gone == []


def test_the_same_number_twice_is_refused_once():
    found = planned({}, {})
    assert len(found.new) == 1
    assert [(each.number, each.problem.key) for each in found.refused] == [(3, "twice")]


def test_two_rows_about_the_same_new_place_make_one():
    found = planned({"telephone": ""}, {"id": "b-1", "source": "B"})
    assert len(found.new) == len(found.same) == 1
    assert found.new[0].row.telephone == "+33297843360"


def test_ten_thousand_duplicates_are_a_report():
    found = planned(*({} for _ in range(10_000)))
    assert len(found.new) == 1 and len(found.refused) == 9_999


@needs_sample
def test_the_national_sample_is_read_and_a_second_run_changes_nothing():
    with SAMPLE.open("rb") as file:
        first = plan(read(file), [])
    assert (len(first.new), first.elsewhere) == (29, 249)
    have = [Known(line.number, line.row, {(line.row.source, line.row.id)}) for line in first.new]
    by_key = {place.key: place for place in have}
    for line in first.same:
        by_key[-line.key].identifiers.add((line.row.source, line.row.id))
    have += [Known(line.number, line.row, {(line.row.source, line.row.id)}) for line in first.alike]
    with SAMPLE.open("rb") as file:
        second = plan(read(file), have)
    assert second.empty and second.unchanged == 29 + len(first.same) + len(first.alike)
    assert all(
        place.row.date_maj is None or place.row.date_maj > dt.date(2000, 1, 1) for place in have
    )
