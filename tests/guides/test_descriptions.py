"""What a drawing says to those who do not see it."""

import itertools

import pytest

from guides.art import Figure, FrameSpec, describe, label, library, says
from guides.art.words import LANGUAGES, words


def seen(text: str, language: str) -> str:
    return describe(FrameSpec.parse(text), language)


def test_a_frame_is_described_by_place_name_feeling_and_gesture():
    text = "kitchen~jeanne.phone.worried.r~yann.idle.wary.l"
    assert seen(text, "fr") == (
        "Dans une cuisine. Jeanne, inquiète, regarde son téléphone. Yann est méfiant."
    )
    assert seen(text, "br") == (
        "En ur gegin. Jeanne, nec’het, a sell ouzh he fellgomzer. Yann zo war evezh."
    )


def test_french_agrees_with_the_person():
    assert seen("plain~malo.idle.surprised.r", "fr") == "Malo est surpris."
    assert seen("plain~awa.idle.surprised.r", "fr") == "Awa est surprise."


def test_breton_mutates_after_his_and_her():
    assert "e bellgomzer" in seen("plain~malo.phone.neutral.r", "br")
    assert "he fellgomzer" in seen("plain~awa.phone.neutral.r", "br")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_has_words_in_both_languages(language):
    said = words(language)
    assert set(said["scenes"]) == set(library().scenes)
    assert set(said["moods"]) == set(library().parts["face"])
    assert set(said["names"]) == {*library().cast, "off"}
    dressed = {"shirt", "sailor", "hoodie"}
    poses = {p for p in library().parts["pose"] if p.split("-")[-1] not in dressed}
    assert set(said["poses"]) == poses


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_description_is_empty_or_has_a_hole(language):
    said = words(language)
    people = itertools.product(library().people, said["poses"], said["moods"])
    for who, pose, mood in people:
        sentence = describe(FrameSpec("plain", (Figure(who, pose, mood),)), language)
        assert sentence.endswith(".")
        assert not {"{", ", ,", "  ", " ,"} & {sentence[i : i + 2] for i in range(len(sentence))}


def test_who_speaks_is_said_before_what_is_said():
    assert says("jeanne", "thought", "fr") == "Jeanne pense"
    assert says("off", "speech", "br") == "Ur vouezh a lavar"


def test_an_editor_reads_a_word_under_each_choice():
    assert label("mood", "worried") == "Inquiet"
    assert label("pose", "idle") == "Simplement là"
    assert label("scene", "library") == "À la médiathèque"
