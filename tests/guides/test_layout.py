"""Who says what, from where, and what hangs from which bubble."""

from guides.layout import Run, frame_spec, plain_message, screen_lines, speeches

JEANNE = {"who": "jeanne", "pose": "phone", "mood": "worried", "facing": ""}
YANN = {"who": "yann", "pose": "idle", "mood": "wary", "facing": ""}
MALO = {"who": "malo", "pose": "idle", "mood": "happy", "facing": ""}


def said(speaker: str, text: str = "Bonjour", kind: str = "speech") -> dict:
    return {"speaker": speaker, "kind": kind, "text": text}


def bubbles(characters, *spoken):
    return speeches(frame_spec("kitchen", characters), spoken, "fr")


def test_whoever_stands_on_the_right_looks_left():
    assert str(frame_spec("kitchen", [JEANNE, YANN])).endswith("yann.idle.wary.l")
    assert str(frame_spec("kitchen", [JEANNE, YANN | {"facing": "r"}])).endswith("wary.r")


def test_a_bubble_hangs_above_its_speaker():
    sides = [speech.side for speech in bubbles([JEANNE, MALO, YANN], *map(said, "123"))]
    assert sides == ["left", "centre", "right"]


def test_only_the_first_bubble_of_a_person_has_a_tail_and_the_last_one_is_short():
    spoken = bubbles([JEANNE, YANN], said("1"), said("2"), said("1"))
    assert [speech.tail for speech in spoken] == ["long", "long", ""]
    assert [speech.tail for speech in bubbles([JEANNE], said("1"))] == ["short"]


def test_a_thought_has_its_own_tail():
    spoken = bubbles([JEANNE], said("1"), said("1", kind="thought"))
    assert [speech.tail for speech in spoken] == ["long", "short"]


def test_a_voice_from_outside_has_no_tail():
    (voice,) = bubbles([JEANNE], said("off"))
    assert (voice.tail, voice.side, voice.label) == ("", "centre", "Une voix dit")


def test_a_bubble_whose_speaker_was_removed_still_reads():
    (voice,) = bubbles([JEANNE], said("3", "Je suis là !"))
    assert (voice.text, voice.label, voice.tail) == ("Je suis là !", "Une voix dit", "")


def test_more_characters_than_a_frame_holds_are_left_out():
    assert len(frame_spec("kitchen", [JEANNE, YANN, MALO, JEANNE]).figures) == 3


def test_suspect_parts_are_numbered_and_links_only_look_like_links():
    assert screen_lines("Votre colis est *bloqué* : *[colis.example]* ou [ici]") == [
        [
            Run("Votre colis est "),
            Run("bloqué", clue=1),
            Run(" : "),
            Run("colis.example", clue=2, link=True),
            Run(" ou "),
            Run("ici", link=True),
        ]
    ]


def test_lone_stars_and_brackets_are_letters_like_others():
    for text in ("2 * 3", "a]b[c", "**", "[]", "Cafe_Gare_GRATUIT"):
        assert plain_message(text) == text


def test_a_message_is_heard_without_its_marks():
    assert plain_message("*Payez* vite\n[ici]") == "Payez vite\nici"
