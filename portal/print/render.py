"""The only module that calls typst. Templates are ours; everything typed travels as JSON text.

Work is bounded by the size of the document (`data.check_size`, text lengths): 500 lines take about
half a second, a poster 0.1 s. typst releases the interpreter lock, so a web worker goes on serving.
"""

import datetime as dt
from pathlib import Path

import typst

from portal.print.cleaning import cleaned
from portal.print.data import Document

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
NO_PACKAGES = TEMPLATES / "packages"
FORMATS = {
    "programme": ("poster", "leaflet", "large"),
    "strip": ("a4", "a3"),
    "handout": ("a4",),
}


class PrintError(Exception):
    """The page could not be made; the message is for the logs and the editor."""


def render(
    template: str,
    document: Document,
    *,
    format: str,  # noqa: A002
    language: str,
    timestamp: dt.datetime,
) -> bytes:
    """A tagged PDF (PDF/UA-1); the same arguments give the same bytes.

    Raises PrintError for an unknown template or format, and for anything typst warns about.
    """
    return compile_json(template, cleaned(document, language), format, timestamp)


def compile_json(template: str, content: str, paper: str, timestamp: dt.datetime) -> bytes:
    """A PDF from the JSON of `cleaning.cleaned`."""
    if paper not in FORMATS.get(template, ()):
        raise PrintError(f"No format {paper!r} of template {template!r}.")
    try:
        pdf, warnings = typst.compile_with_warnings(
            str(TEMPLATES / f"{template}.typ"),
            root=str(TEMPLATES),
            font_paths=[str(HERE / "fonts")],
            ignore_system_fonts=True,
            package_path=str(NO_PACKAGES),
            package_cache_path=str(NO_PACKAGES),
            sys_inputs={"data": content, "format": paper},
            pdf_standards=["ua-1"],
            timestamp=int(timestamp.timestamp()),
            format="pdf",
        )
    except typst.TypstError as error:
        raise PrintError(error.message) from error
    if warnings:
        raise PrintError("; ".join(warning.message for warning in warnings))
    return pdf
