"""Rows out of a file nobody has checked: any encoding, any separator, never more than its size.

Read as a stream, so that memory stays flat. Archives are refused: a small one may hide a big one.
"""

import codecs
import csv
import io
import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from mediation.opendata.schema import FIELDS

LARGEST_FILE = 50 * 1024 * 1024
MOST_ROWS = 100_000
LONGEST_CELL = 100_000  # characters; our own limit, since csv's belongs to the whole process
_CHUNK = 1024 * 1024
_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b", b"BZh", b"7z\xbc\xaf", b"\xfd7zXZ", b"Rar!")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# Numbers stay as they are written: none is rounded, none is too long to be read.
_AS_WRITTEN = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=lambda _name: None)

Cells = dict[str, str]


class FileError(Exception):
    """The whole file cannot be read: `key` says why, `detail` what was found."""

    def __init__(self, key: str, detail: str = "") -> None:
        super().__init__(f"{key}: {detail}" if detail else key)
        self.key, self.detail = key, detail


def read(file: BinaryIO) -> Iterator[tuple[int, Cells]]:
    """(line or rank, cells by field) of a national CSV, JSON or GeoJSON; raises FileError."""
    head = _head(file)
    encoding = _encoding(file, head)
    file.seek(0)
    stream = io.TextIOWrapper(file, encoding=encoding, newline="")
    first = head.decode(encoding, "ignore").lstrip()[:1]
    rows = _json_rows(stream) if first in ("[", "{") else _csv_rows(stream)
    try:
        for number, (line, cells) in enumerate(rows):
            if number >= MOST_ROWS:
                raise FileError("too_many_rows", str(MOST_ROWS))
            yield line, {name: legible(value) for name, value in cells.items()}
    except UnicodeError as problem:
        raise FileError("unreadable", str(problem)) from problem
    finally:
        stream.detach()


def _head(file: BinaryIO) -> bytes:
    """The first bytes of a file that may be read."""
    if file.seek(0, io.SEEK_END) > LARGEST_FILE:
        raise FileError("too_large", f"{LARGEST_FILE // _CHUNK} Mo")
    file.seek(0)
    head = file.read(64)
    if head.startswith(_ARCHIVES):
        raise FileError("archive")
    if not head.strip():
        raise FileError("empty")
    return head


def _encoding(file: BinaryIO, head: bytes) -> str:
    """UTF-8 when every byte agrees, what the mark says, else the Windows of French offices."""
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    while chunk := file.read(_CHUNK):
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def _csv_rows(stream: io.TextIOWrapper) -> Iterator[tuple[int, Cells]]:
    header = stream.readline(_CHUNK)
    separator = max(",;\t", key=header.count)
    names = [name.strip().lower() for name in _cells_of(header, separator)]
    _refuse_without_columns(names)
    reader = csv.reader(stream, delimiter=separator)
    while True:
        line = reader.line_num + 2
        try:
            values = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            raise FileError("unreadable", f"{line}: {problem}") from problem
        if any(len(value) > LONGEST_CELL for value in values):
            raise FileError("unreadable", f"{line}: {LONGEST_CELL}")
        if any(value.strip() for value in values):
            yield line, {name: value for name, value in zip(names, values, strict=False) if value}


def _cells_of(header: str, separator: str) -> list[str]:
    if max(map(len, header.split(separator))) > LONGEST_CELL:
        raise FileError("unreadable", f"1: {LONGEST_CELL}")
    try:
        return next(csv.reader([header], delimiter=separator))
    except csv.Error as problem:
        raise FileError("unreadable", f"1: {problem}") from problem


def _refuse_without_columns(names: list[str]) -> None:
    missing = [name for name in ("id", "nom", "adresse") if name not in names]
    if missing or len(set(names) & set(FIELDS)) < 5:
        raise FileError("missing_column", ", ".join(missing or ("commune", "code_postal")))


def _json_rows(stream: io.TextIOWrapper) -> Iterator[tuple[int, Cells]]:
    """The objects of the first array, one at a time."""
    decoder, buffer, rank = _AS_WRITTEN, "", 0
    while "[" not in buffer:
        buffer += _more(stream)
    buffer = buffer[buffer.index("[") + 1 :]
    while True:
        buffer = buffer.lstrip(" \r\n\t,")
        if buffer.startswith("]"):
            return
        try:
            row, end = decoder.raw_decode(buffer) if buffer else ({}, 0)
        except json.JSONDecodeError:
            end = 0
        except RecursionError as problem:
            raise FileError("unreadable", str(rank)) from problem
        if not end:
            if len(buffer) > 4 * _CHUNK:
                raise FileError("unreadable", str(rank))
            buffer += _more(stream)
            continue
        buffer, rank = buffer[end:], rank + 1
        if not isinstance(row, dict):
            raise FileError("unreadable", str(rank))
        yield rank, _flat(row)


def _more(stream: io.TextIOWrapper) -> str:
    chunk = stream.read(64 * 1024)
    if not chunk:
        raise FileError("unreadable", "JSON")
    return chunk


def _flat(row: dict[str, Any]) -> Cells:
    """National keys and words, whether from the flat file, the API or GeoJSON."""
    if row.get("type") == "Feature":
        row = {**_object(row.get("properties")), **_point(row)}
    address = row.get("adresse")
    if isinstance(address, dict):
        street = [address.get(key) for key in ("numero_voie", "repetition", "nom_voie")]
        row = {**row, **address, "adresse": " ".join(str(part) for part in street if part)}
    return {key: _word(value) for key, value in row.items() if value not in (None, "", [])}


def _point(feature: dict[str, Any]) -> dict[str, Any]:
    point = _object(feature.get("geometry")).get("coordinates")
    if not isinstance(point, list) or len(point) < 2:
        return {}
    return {"longitude": point[0], "latitude": point[1]}


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def legible(value: str) -> str:
    """Without what no base keeps and nobody reads: NUL, half characters, marks of direction."""
    if value.isprintable():
        return value
    return "".join(each for each in value if each.isprintable() or each.isspace())


def _word(value: Any) -> str:
    return "|".join(map(str, value)) if isinstance(value, list) else str(value)
