"""The frame of every page, and the error pages that stand when nothing else does."""

from pathlib import Path

import lxml.html
import pytest
from django.template.loader import render_to_string
from django.utils.translation import override

from tests.strict_client import page_faults

ROOT = Path(__file__).resolve().parents[2]
CONTEXT = {
    "portal_settings": {"phone": "02 97 02 22 00", "phone_hours": "de 9 h à 12 h", "demo": True},
    "twin": {"fr": "https://example.org/fr/agenda/", "br": "https://example.org/br/deiziataer/"},
    "nav": [{"url": "/fr/agenda/", "label": "Agenda", "icon": "calendar", "current": True}],
    "search_url": "/fr/recherche/",
    "footer_links": [{"url": "/fr/plan/", "label": "Plan du site"}],
    "canonical_url": "https://example.org/fr/agenda/",
}


def not_found(language="fr", **context):
    with override(language):
        return render_to_string("404.html", {"chrome_language": language, **context})


def test_the_frame_has_no_fault():
    assert not list(page_faults(not_found(**CONTEXT)))


def test_the_not_found_page_needs_nothing_at_all():
    page = render_to_string("404.html")
    assert not list(page_faults(page))
    assert "tel:" not in page


@pytest.mark.parametrize("language", ["fr", "br"])
def test_the_page_says_its_language_and_leads_to_its_twin(language):
    page = lxml.html.document_fromstring(not_found(language, **CONTEXT))
    other = {"fr": "br", "br": "fr"}[language]
    assert page.get("lang") == language
    assert page.xpath(f"//ul[@class='lang no-print']//a[@hreflang='{other}']/@href") == [
        CONTEXT["twin"][other]
    ]
    assert set(page.xpath("//link[@rel='alternate']/@hreflang")) == {"fr", "br", "x-default"}


def test_a_human_answers_at_the_top_of_every_page():
    page = lxml.html.document_fromstring(not_found(**CONTEXT))
    assert page.xpath("//header//a[@class='phone']/@href") == ["tel:+33297022200"]


def test_the_first_stop_of_the_keyboard_is_the_content():
    page = lxml.html.document_fromstring(not_found(**CONTEXT))
    first = page.xpath("//body//a")[0]
    assert page.xpath(f"//main[@id='{first.get('href')[1:]}']")


def test_the_demonstration_says_so_and_only_then():
    demo = "Site de démonstration."
    assert demo in not_found(**CONTEXT)
    assert demo not in not_found(**{**CONTEXT, "portal_settings": {"demo": False}})


def test_no_french_is_left_in_the_breton_frame():
    page = not_found("br", **{**CONTEXT, "nav": [], "footer_links": []})
    for words in ("Rechercher", "Besoin de parler", "Ce site", "Aller au contenu"):
        assert words not in page


@pytest.mark.parametrize("code", [500, 503])
def test_a_failure_page_is_plain_text_in_both_languages(code):
    source = (ROOT / f"templates/{code}.html").read_text()
    assert "{%" not in source and "{{" not in source
    assert not list(page_faults(source))
    assert 'lang="br"' in source and 'href="/fr/"' in source


def test_the_stylesheet_stays_small():
    import brotli

    assert len(brotli.compress((ROOT / "static/css/portal.css").read_bytes())) <= 8 * 1024


def test_the_letters_weigh_less_than_a_photograph():
    for name in ("atkinson-400", "atkinson-700", "comic-neue-700"):
        assert (ROOT / f"static/fonts/{name}.woff2").stat().st_size < 12_000
