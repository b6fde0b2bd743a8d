"""Places out again: CSV as the national pipeline reads it, its JSON twin, and GeoJSON."""

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from mediation.opendata.rows import PlaceRow, to_cells
from mediation.opendata.schema import FIELDS
from portal.spreadsheets import harmless

_NUMBERS = ("latitude", "longitude", "telephone")


def write_csv(rows: Iterable[PlaceRow], stream: TextIO) -> None:
    """UTF-8 with commas, 32 columns in order, lists with bars, one « \\n » a row."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(FIELDS)
    for row in rows:
        cells = to_cells(row)
        writer.writerow([_cell(name, cells[name]) for name in FIELDS])


def write_json(rows: Iterable[PlaceRow], stream: TextIO) -> None:
    """An array of flat objects: same keys, empty ones left out, coordinates as numbers."""
    _write_array((_filled(row) for row in rows), stream)
    stream.write("\n")


def write_geojson(rows: Iterable[PlaceRow], stream: TextIO) -> None:
    """A FeatureCollection (RFC 7946); a place without coordinates has no geometry."""
    stream.write('{"type": "FeatureCollection", "features": ')
    _write_array((_feature(row) for row in rows), stream)
    stream.write("}\n")


def _write_array(objects: Iterator[dict[str, Any]], stream: TextIO) -> None:
    stream.write("[")
    for number, each in enumerate(objects):
        stream.write(",\n" if number else "\n")
        json.dump(each, stream, ensure_ascii=False)
    stream.write("\n]")


def _filled(row: PlaceRow) -> dict[str, Any]:
    filled: dict[str, Any] = {name: value for name, value in to_cells(row).items() if value}
    if row.latitude is not None:
        filled |= {"latitude": row.latitude, "longitude": row.longitude}
    return filled


def _feature(row: PlaceRow) -> dict[str, Any]:
    properties = _filled(row)
    point = properties.pop("longitude", None), properties.pop("latitude", None)
    geometry = {"type": "Point", "coordinates": list(point)} if point[0] is not None else None
    return {"type": "Feature", "id": row.id, "geometry": geometry, "properties": properties}


def _cell(name: str, value: str) -> str:
    """A cell that no spreadsheet runs; numbers are ours and need nothing."""
    return value if name in _NUMBERS else harmless(value)
