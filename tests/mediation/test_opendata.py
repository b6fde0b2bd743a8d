"""The national schema: what comes in is cleaned and told, what goes out is valid and stable."""

import datetime as dt
import io
import json
from dataclasses import replace
from pathlib import Path

import frictionless
import pytest

from mediation.opendata import (
    FIELDS,
    KINDS,
    from_cells,
    read,
    table_schema,
    to_cells,
    write_csv,
    write_geojson,
    write_json,
)
from mediation.opendata import cells as clean

SAMPLE = Path(__file__).resolve().parents[3] / "shared/data/lieux_sample.csv"
needs_sample = pytest.mark.skipif(not SAMPLE.exists(), reason="the shared data is not there")

TOO_LONG = {"shortened", "too_long"}
ROW = {
    "id": "x-1",
    "pivot": "21 56 0121 200016",
    "nom": "Médiathèque",
    "commune": "Lorient",
    "code_postal": "56100",
    "adresse": "4 place François-Mitterrand",
    "latitude": "47,7546",
    "longitude": "-3.3659",
    "telephone": "02 97 84 33 60",
    "horaires": "Tu-Sa 10:00-18:00; PH off",
    "services": "aide aux demarches administratives|Poney",
    "modalites_acces": "Ce lieu n’accueille pas de public",
    "date_maj": "2026-02-03",
    "typologie": "BIB|bib|XXX",
}


def placed(**changed):
    return from_cells({**ROW, **changed})


def faults(**changed):
    return {(problem.field, problem.key) for problem in placed(**changed)[1]}


def test_there_are_32_fields_and_92_kinds():
    assert len(FIELDS) == 32 and len(KINDS) == 92


def test_a_row_is_cleaned_and_its_faults_told():
    row, problems, _prose = placed()
    assert row.pivot == "21560121200016" and row.code_insee == "56121"
    assert row.latitude == 47.7546 and row.telephone == "+33297843360"
    assert row.services == ("Aide aux démarches administratives",)
    assert row.modalites_acces == ("Ce lieu n'accueille pas de public",)
    assert row.typologie == ("BIB",) and row.date_maj == dt.date(2026, 2, 3)
    told = {(problem.field, problem.key, problem.value) for problem in problems}
    assert ("services", "unknown_choice", "Poney") in told


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"id": ""}, ("id", "missing")),
        ({"nom": ""}, ("nom", "missing")),
        ({"nom": "21560121200016"}, ("nom", "not_a_name")),
        ({"nom": "<b>Médiathèque</b>"}, ("nom", "cleaned")),
        ({"commune": "Vannes"}, ("commune", "elsewhere")),
        ({"commune": "", "code_postal": "56700"}, ("commune", "ambiguous")),
        ({"pivot": "12345678901234"}, ("pivot", "bad_siret")),
        ({"latitude": "0", "longitude": "0"}, ("latitude", "no_coordinates")),
        ({"latitude": ""}, ("latitude", "no_coordinates")),
        ({"latitude": "45.017", "longitude": "2.455"}, ("latitude", "outside_commune")),
        ({"telephone": "06 12 34 56 78"}, ("telephone", "mobile_dropped")),
        ({"telephone": "12"}, ("telephone", "bad_phone")),
        ({"courriels": "jeanne.riou@example.org"}, ("courriels", "nominative_dropped")),
        ({"date_maj": "1969-12-31"}, ("date_maj", "bad_date")),
        ({"horaires": "le 1er mardi du mois"}, ("horaires", "hours_left_as_prose")),
        ({"site_web": "pas un site"}, ("site_web", "bad_url")),
        ({"presentation_resume": "mot " * 100}, ("presentation_resume", "shortened")),
    ],
)
def test_each_fault_is_told_by_field(changed, fault):
    assert fault in faults(**changed)


def test_personal_data_is_not_carried_over():
    detail = "Écrire à jeanne.riou@example.org ou au 06 12 34 56 78, sinon contact@example.org"
    row, _problems, _prose = placed(
        presentation_detail=detail,
        courriels="jeanne.riou@example.org|accueil@example.org|malo@gmail.com",
    )
    assert row.courriels == ("accueil@example.org",)
    assert "riou" not in row.presentation_detail and "06 12" not in row.presentation_detail
    assert "contact@example.org" in row.presentation_detail


@pytest.mark.parametrize(
    ("siret", "valid"),
    [
        ("21560121200016", True),
        ("21560121200017", False),
        ("35600000000048", True),  # La Poste: seat, by Luhn
        ("35600000049837", True),  # La Poste: an office, digits add up to 45
        ("35600000049838", False),
        ("00000000000000", False),
        ("abcdefghijklmn", False),
    ],
)
def test_a_siret_is_checked_by_its_key(siret, valid):
    assert clean.is_siret(siret) is valid


def test_an_rna_number_is_kept():
    assert clean.pivot("w561234567") == "W561234567"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("=HYPERLINK(1)", "HYPERLINK(1)"),
        ("@SUM(1)", "SUM(1)"),
        ("<script>alert(1)</script>Fablab", "Fablab"),
        ("Arts &amp; métiers", "Arts & métiers"),
        ("a < b", "a < b"),
        ("ligne\x00\x07", "ligne"),
    ],
)
def test_text_is_made_harmless(given, kept):
    assert clean.text(given) == kept


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("www.example.org", ["http://www.example.org"]),
        ("https:/example.org", ["https://example.org"]),
        ("javascript:alert(1)", []),
        ("ftp://example.org", []),
    ],
)
def test_web_addresses(given, kept):
    assert clean.urls(given) == kept


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("adresse", "rue " * 100, 200),
        ("source", "x" * 300, 80),
        ("nom", "Lieu " * 100, 255),
        ("site_web", "|".join(f"https://exemple{n}.fr/" for n in range(100)), 600),
        ("courriels", "|".join(f"accueil{n}@exemple.fr" for n in range(100)), 300),
        ("prise_rdv", f"https://exemple.fr/{'x' * 500}", 400),
    ],
)
def test_what_is_too_long_is_told_and_fits(field, value, kept):
    row, problems, _prose = placed(**{field: value})
    assert len(to_cells(row)[field]) <= kept
    assert {problem.key for problem in problems if problem.field == field} & TOO_LONG


def test_a_number_too_long_to_be_kept_refuses_its_row():
    row, problems, _prose = placed(id="x" * 201)
    assert row is None and ("id", "too_long") in {(each.field, each.key) for each in problems}


@needs_sample
@pytest.mark.parametrize("write", [write_csv, write_json, write_geojson])
def test_the_sample_goes_out_and_comes_back_the_same(write):
    rows = _sample_rows()
    first = _written(write, rows)
    again = [from_cells(cells)[0] for _line, cells in read(io.BytesIO(first.encode()))]
    assert again == rows and _written(write, again) == first


@needs_sample
def test_what_goes_out_is_valid_against_the_table_schema(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("lieux.csv").write_text(_written(write_csv, _sample_rows()), "utf-8")
    Path("schema.json").write_text(json.dumps(table_schema()), "utf-8")
    report = frictionless.validate("lieux.csv", schema="schema.json")
    assert report.valid, report.flatten(["rowNumber", "fieldName", "note"])


def test_a_value_outside_the_choices_is_refused_by_the_table_schema(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    row, _problems, _prose = placed()
    bad = _written(write_csv, [replace(row, services=("Poney",))])
    Path("bad.csv").write_text(bad, "utf-8")
    Path("schema.json").write_text(json.dumps(table_schema()), "utf-8")
    report = frictionless.validate("bad.csv", schema="schema.json")
    assert report.flatten(["rowNumber", "fieldName"]) == [[2, "services"]]


def test_hours_go_out_as_the_national_map_reads_them():
    row, _problems, _prose = placed()
    sent = to_cells(row)["horaires"]
    assert "PH" not in sent and from_cells({**ROW, "horaires": sent})[0] == row


def _sample_rows():
    with SAMPLE.open("rb") as file:
        rows = [from_cells(cells)[0] for _line, cells in read(file)]
    return [row for row in rows if row is not None]


def _written(write, rows):
    stream = io.StringIO()
    write(rows, stream)
    return stream.getvalue()
