"""Printed pages by content: the same words are compiled once, and a changed word never stays."""

import datetime as dt
import hashlib
from functools import cache as once
from typing import NamedTuple

from django.core.cache import cache

from portal.print.cleaning import cleaned
from portal.print.data import Document
from portal.print.render import HERE, compile_json

KEPT_SECONDS = 7 * 24 * 3600


class Printed(NamedTuple):
    """A PDF with its strong ETag (quoted, ready for the header)."""

    pdf: bytes
    etag: str


def printed(
    template: str,
    document: Document,
    *,
    format: str,  # noqa: A002
    language: str,
    timestamp: dt.datetime,
) -> Printed:
    """The PDF of a document, from the cache when nothing in it changed.

    Give `timestamp` the moment the content last changed, so that the bytes stay the same.
    Raises PrintError and ValueError as `render` does.
    """
    content = cleaned(document, language)
    seed = f"{_edition()}|{template}|{format}|{int(timestamp.timestamp())}|{content}"
    key = hashlib.sha256(seed.encode()).hexdigest()
    pdf = cache.get(f"print:{key}")
    if pdf is None:
        pdf = compile_json(template, content, format, timestamp)
        cache.set(f"print:{key}", pdf, KEPT_SECONDS)
    return Printed(pdf, f'"{key[:32]}"')


@once
def _edition() -> str:
    """Changes with the templates and fonts of a release."""
    files = sorted([*HERE.glob("templates/*.typ"), *HERE.glob("fonts/*.ttf")])
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
