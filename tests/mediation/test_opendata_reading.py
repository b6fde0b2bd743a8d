"""Files of places as the world writes them: any encoding, any shape, and a reason when refused."""

import csv
import io
import json
import zipfile
from codecs import BOM_UTF8
from functools import partial

import pytest

from mediation.opendata import (
    FileError,
    read,
)

HEADER = "id;nom;commune;code_postal;adresse;date_maj"


def csv_file(text, encoding="utf-8"):
    return io.BytesIO(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_any_encoding_and_separator_is_read(encoding):
    rows = list(read(csv_file(f"{HEADER}\nx;Médiathèque;Quéven;56530;rue;2026\n", encoding)))
    assert rows == [(2, {"id": "x", "nom": "Médiathèque", "commune": "Quéven"} | _rest())]
    ((_line, cells),) = read(csv_file(HEADER.replace(";", ",") + "\nx,É,,,,\n"))
    assert cells == {"id": "x", "nom": "É"}


def _rest():
    return {"code_postal": "56530", "adresse": "rue", "date_maj": "2026"}


def test_lines_are_counted_past_quoted_line_ends():
    rows = list(read(csv_file(f'{HEADER}\nx;"a\nb";;;;\ny;c;;;;\n')))
    assert [line for line, _cells in rows] == [2, 4]


def _archive():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("lieux.csv", b"0" * 10_000_000)
    stream.seek(0)
    return stream


@pytest.mark.parametrize(
    ("file", "key"),
    [
        (_archive(), "archive"),
        (io.BytesIO(b""), "empty"),
        (csv_file("nom;adresse\nx;y"), "missing_column"),
        (csv_file('[{"id": "x", '), "unreadable"),
        (csv_file("[" * 100_000), "unreadable"),
        (csv_file("[1, 2]"), "unreadable"),
        (csv_file(f'{HEADER}\n"{"x" * 200_000}";;;;;'), "unreadable"),
        (csv_file("x" * 200_000), "unreadable"),
        (io.BytesIO(BOM_UTF8 + f"{HEADER}\nx;é;;;;".encode("cp1252")), "unreadable"),
        (io.BytesIO(f"{HEADER}\nx;é;;;;".encode("utf-16") + b"x"), "unreadable"),
    ],
)
@pytest.mark.parametrize("csv_limit", [131_072, 2**31 - 1])  # another library may raise csv's own
def test_a_file_that_cannot_be_read_is_refused_with_a_reason(file, key, csv_limit, request):
    request.addfinalizer(partial(csv.field_size_limit, csv.field_size_limit(csv_limit)))
    file.seek(0)
    with pytest.raises(FileError) as refusal:
        list(read(file))
    assert refusal.value.key == key


def test_a_huge_file_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr("mediation.opendata.reading.LARGEST_FILE", 1000)
    for mark in ("", "\ufeff"):
        with pytest.raises(FileError, match="too_large"):
            list(read(csv_file(mark + HEADER + "\n" + "x;y;;;;\n" * 1000)))


@pytest.mark.parametrize(
    "feature",
    [
        {"geometry": {"coordinates": [1]}},
        {"geometry": {"coordinates": 3}},
        {"geometry": 5},
        {"geometry": None, "properties": "x"},
    ],
)
def test_a_feature_without_a_point_is_a_place_without_coordinates(feature):
    ((_rank, cells),) = read(csv_file(json.dumps([{"type": "Feature", "x": 1, **feature}])))
    assert "latitude" not in cells


def test_what_no_base_keeps_is_taken_out_of_every_cell():
    ((_rank, cells),) = read(csv_file('[{"id": "a\\u0000b\\ud800", "nom": "C\\u202ed", "x": NaN}]'))
    assert cells == {"id": "ab", "nom": "Cd"}


def test_numbers_stay_as_they_are_written():
    ((_rank, cells),) = read(csv_file(f'[{{"id": {"9" * 5000}, "latitude": 47.70}}]'))
    assert len(cells["id"]) == 5000 and cells["latitude"] == "47.70"


def test_the_flat_file_the_api_and_geojson_say_the_same():
    flat = {"id": "x", "nom": "N", "services": "a|b", "adresse": "2 B rue Z"}
    nested = {
        "id": "x",
        "nom": "N",
        "services": ["a", "b"],
        "adresse": {"numero_voie": 2, "repetition": "B", "nom_voie": "rue Z"},
    }
    for row in (flat, nested):
        ((rank, cells),) = read(csv_file(json.dumps([row])))
        assert rank == 1 and {key: cells[key] for key in flat} == flat
