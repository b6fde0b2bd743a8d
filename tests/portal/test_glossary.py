"""Hard words are explained where they stand, once on a page, and never inside a link or a title."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from portal.models import GlossaryEntry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def words():
    GlossaryEntry.objects.create(
        word="hameçonnage",
        forms="phishing",
        meaning="Un faux message.",
        word_br="higennañ",
        meaning_br="Ur gemennadenn faos.",
    )


def shown(html: str, times: int = 1, language: str = "fr") -> str:
    template = Template("{% load glossary %}" + "{% explained html|safe %}" * times)
    with override(language):
        return template.render(Context({"html": html, "request": RequestFactory().get("/")}))


@pytest.mark.parametrize("word", ["hameçonnage", "Hameçonnage", "phishing"])
def test_a_word_and_its_other_forms_are_explained(word):
    html = shown(f"<p>Le {word} trompe.</p>")
    assert f">{word}</button>" in html
    assert "Un faux message." in html


def test_a_word_is_explained_once_on_a_page():
    assert shown("<p>hameçonnage, hameçonnage</p>", times=3).count("<button") == 1


@pytest.mark.parametrize("tag", ["a", "h2", "button", "summary"])
def test_links_and_titles_are_left_alone(tag):
    html = f"<{tag}>hameçonnage</{tag}>"
    assert shown(html) == html


def test_a_part_of_a_longer_word_is_not_a_word():
    assert shown("<p>antihameçonnages</p>") == "<p>antihameçonnages</p>"


def test_breton_words_are_explained_in_breton():
    assert "Ur gemennadenn faos." in shown("<p>higennañ</p>", language="br")


def test_plain_text_is_escaped():
    template = Template("{% load glossary %}{% explained text %}")
    html = template.render(Context({"text": "<b>x</b>", "request": RequestFactory().get("/")}))
    assert html == "&lt;b&gt;x&lt;/b&gt;"


def test_a_changed_meaning_is_read_at_once():
    entry = GlossaryEntry.objects.get()
    shown("<p>hameçonnage</p>")
    entry.meaning = "Un piège."
    entry.save()
    assert "Un piège." in shown("<p>hameçonnage</p>")
