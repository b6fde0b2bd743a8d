"""Posters are one page, tagged for every reader, and no text typed by anyone is ever code."""

import dataclasses
import json
import re

import pikepdf
import pytest

from portal.print.cleaning import cleaned, lost_signs
from portal.print.data import Line
from portal.print.render import FORMATS, PrintError, render
from tests.portal.print.examples import PICTURE, WHEN, elements, pdf_of, programme, strip

HOSTILE = [
    '#read("/etc/passwd")',
    '#import "@preview/x:1.0.0": *',
    '] #panic("x") [',
    r'\u{41} \ "quoted" \\',
    "$ x^2 $ `raw` *gras* _it_ = Titre",
    "<label> @ref // comment /* c */",
    '"}, "title": "pwn',
    "<svg onload=x>",
    "#sys.inputs.data",
    "\u202egnirts lanif\u202c",
    "zéro\u0000nul",
    "a" * 300,
    "émoji 📱👩🏽‍💻",
    "العربية 中文",
    "{{ 7*7 }} {% load x %} </script>",
    "",
]


def _documents():
    for paper in FORMATS["programme"]:
        yield "programme", programme(drawing=PICTURE, drawing_alt="Deux personnes."), paper
    yield "strip", strip(), "a4"
    yield "strip", strip(12), "a3"
    yield "handout", strip(), "a4"


@pytest.mark.parametrize(("template", "document", "paper"), list(_documents()))
@pytest.mark.parametrize("language", ["fr", "br"])
def test_every_page_is_tagged_for_screen_readers(template, document, paper, language):
    pdf = pdf_of(template, document, paper, language)
    with pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"]
    assert pdf.Root.Lang == language
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    found = elements(pdf)
    assert [e.S for e in found].count("/H1") == 1
    assert all(str(e.get("/Alt", "")) for e in found if e.S == "/Figure")


def test_the_table_of_a_poster_names_its_columns():
    pdf = pdf_of("programme", programme(), "poster")
    heads = [e for e in elements(pdf) if e.S == "/TH"]
    assert len(heads) == 3


def test_every_font_is_embedded_and_ours():
    pdf = pdf_of("programme", programme(), "poster")
    fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
    for font in fonts:
        assert "Atkinson" in str(font.BaseFont)
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert any(key.startswith("/FontFile") for key in descriptor)


@pytest.mark.parametrize("paper", FORMATS["programme"])
def test_hostile_words_are_printed_as_words(paper):
    lines = [
        Line("Mardi", "24", "14 h", text, f"Lieu {text}", "cancelled" if i % 2 else "", text)
        for i, text in enumerate(HOSTILE)
    ]
    document = programme(lines=lines, subtitle=HOSTILE[0], drawing=PICTURE, drawing_alt="x")
    assert len(pdf_of("programme", document, paper).pages) >= 1
    titles = [line["title"] for line in json.loads(cleaned(document, "fr"))["lines"]]
    assert '#read("/etc/passwd")' in titles
    assert "émoji " in titles


def test_hostile_words_in_a_strip_are_printed_as_words():
    for text in HOSTILE:
        assert pdf_of("strip", strip(3, text=text or "…"), "a4").pages


def test_a_text_that_looks_like_a_drawing_is_not_drawn():
    document = programme(1, lead="<svg></svg>")
    assert len(pdf_of("programme", document, "poster").pages) == 1


@pytest.mark.parametrize(
    ("count", "paper", "pages"),
    [(0, "poster", 1), (1, "poster", 1), (14, "poster", 1), (0, "leaflet", 1), (14, "leaflet", 2)],
)
def test_a_programme_takes_few_pages(count, paper, pages):
    assert len(pdf_of("programme", programme(count), paper).pages) == pages


def test_500_lines_are_printed_and_501_refused():
    assert len(pdf_of("programme", programme(500), "poster").pages) > 10
    with pytest.raises(ValueError, match="at most 500"):
        pdf_of("programme", programme(501), "poster")


@pytest.mark.parametrize(("count", "paper"), [(1, "a4"), (4, "a4"), (6, "a4"), (12, "a3")])
def test_a_strip_fits_one_page(count, paper):
    assert len(pdf_of("strip", strip(count), paper).pages) == 1


def test_a_strip_of_long_bubbles_is_still_printed():
    assert pdf_of("strip", strip(9, text="Un long discours qui ne finit pas. " * 6), "a4").pages


def test_a_poster_without_telephone_has_no_number():
    quiet = dataclasses.replace(programme().contact, phone="", hours="")
    assert pdf_of("programme", programme(contact=quiet), "poster").pages


def test_the_same_words_give_the_same_bytes():
    once, twice = (
        render("programme", programme(), format="poster", language="fr", timestamp=WHEN)
        for _ in range(2)
    )
    assert once == twice


def test_an_unknown_format_or_template_is_refused():
    for template, paper in [("programme", "a0"), ("../base", "poster"), ("handout", "a3")]:
        with pytest.raises(PrintError):
            render(template, programme(1), format=paper, language="fr", timestamp=WHEN)


def test_the_editor_learns_what_paper_will_lose():
    assert lost_signs(programme(1, lead="Venez 📱", drawing=PICTURE)) == {"📱"}


def test_a_cancelled_line_is_struck_and_says_so():
    line = Line("Mardi", "1er décembre", "14 h", "FranceConnect", "Mairie", "cancelled", "Reporté.")
    pdf = pdf_of("programme", programme(lines=[line]), "poster")
    struck = [
        e
        for e in elements(pdf)
        if re.search("LineThrough", str(_attributes(e).get("/TextDecorationType", "")))
    ]
    assert struck


def _attributes(element: pikepdf.Dictionary) -> pikepdf.Dictionary:
    attributes = element.get("/A", pikepdf.Dictionary())
    if isinstance(attributes, pikepdf.Array):
        return next((a for a in attributes if "/TextDecorationType" in a), pikepdf.Dictionary())
    return attributes
