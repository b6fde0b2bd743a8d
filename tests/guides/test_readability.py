"""Plain language: what is counted, what is advised, and what never stops anybody."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.readability import check, score, sentences
from guides.syllables import syllables
from tests.test_consistency import ROOT

HERE = Path(__file__).parent
JARGON = tomllib.loads((ROOT / "guides/plain_words.toml").read_text())
# Spoken syllables, by ear.
SPOKEN = [line.split() for line in (HERE / "spoken_syllables.txt").read_text().splitlines()]


def codes(text: str, field: str = "bubble") -> set[str]:
    return {note.code for note in check(text, field, JARGON)}


@pytest.mark.parametrize(("word", "count"), SPOKEN)
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == int(count)


def test_an_abbreviation_and_a_price_end_no_sentence():
    assert sentences("M. Martin paie 1.99 €. Il est content !") == [
        "M Martin paie 199 €.",
        "Il est content !",
    ]


def test_a_plain_bubble_calls_for_no_advice():
    assert codes("Puis je l’efface. Et je ne clique jamais !") == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a" * 91, "length"),
        ("Un. Deux. Trois.", "sentences"),
        (
            "Je vais aller voir le médiateur du tiers-lieu parce que mon téléphone ne marche plus.",
            "sentence",
        ),
        ("Votre interlocuteur est pressé.", "jargon"),
        ("Le dossier est traité par la mairie.", "passive"),
        ("Vous ne pouvez pas ignorer ce message : ce n’est pas impossible.", "negation"),
        ("ATTENTION DANGER IMMEDIAT", "capitals"),
        ("Appelez la CNIL.", "acronym"),
        ("Cliquez (vite).", "brackets"),
        ("C’est malheureusement vrai.", "long-word"),
    ],
)
def test_each_fault_has_its_advice(text, code):
    assert code in codes(text)


def test_a_difficult_word_comes_with_a_plainer_one():
    (note,) = check("On appelle ça l’hameçonnage.", "bubble", JARGON)
    assert "faux message qui vous piège" in note.text


def test_the_longer_expression_wins():
    texts = [note.text for note in check("La double authentification.", "text", JARGON)]
    assert len([text for text in texts if "authentification" in text]) == 1


def test_breton_is_measured_only_by_its_length():
    text = "Kelaouiñ a ran ma zud nes gant an interlocuteur."
    assert check(text, "bubble", JARGON, "br") == []


def test_an_official_letter_is_harder_than_a_comic():
    letter = (
        "Conformément aux dispositions réglementaires susmentionnées, l’administration procédera "
        "ultérieurement à la dématérialisation de l’ensemble des formulaires."
    )
    assert score(letter).ease < 40
    assert score("Je ne clique pas. Je vérifie. Je demande conseil.").ease > 85
    assert score("…") is None


@given(st.text(max_size=6000), st.sampled_from(["bubble", "narration", "rule", "text"]))
def test_nothing_typed_breaks_the_checker(text, field):
    check(text, field, JARGON)
    score(text)


def test_the_twelve_guides_are_very_easy_to_read():
    for path in sorted((ROOT / "guides/demo/fr").glob("*.toml")):
        guide = tomllib.loads(path.read_text())
        if "strip" not in guide:
            continue
        bubbles = [b.split(": ", 1)[1] for s in guide["strip"] for b in s.get("bubbles", [])]
        narrations = [s["narration"] for s in guide["strip"] if s.get("narration")]
        told = [guide["summary"], *bubbles, *narrations, *guide["key_points"]]
        assert score("\n".join(told)).ease >= 85, path.name
        alerts = [
            n for text in bubbles for n in check(text, "bubble", JARGON) if n.level == "alert"
        ]
        assert not alerts, path.name
