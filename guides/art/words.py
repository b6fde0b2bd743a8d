"""The drawings in words, for those who listen to them: a language is one file of words/."""

import tomllib
from functools import cache

from guides.art.library import HERE, library
from guides.art.spec import Figure, FrameSpec

LANGUAGES = ("fr", "br")
Words = dict[str, dict[str, str | list[str]]]


@cache
def words(language: str) -> Words:
    """The words of a language; French stands in for a language that has none."""
    code = language if language in LANGUAGES else LANGUAGES[0]
    return tomllib.loads((HERE / "words" / f"{code}.toml").read_text())


def describe(spec: FrameSpec, language: str) -> str:
    """What the frame shows, a sentence a person: « Jeanne, inquiète, regarde son téléphone. »"""
    spec = spec.known()
    scene = words(language)["scenes"][spec.scene]
    people = [_person(figure, language) for figure in spec.figures]
    return " ".join([f"{scene}."] * bool(scene) + people)


def name(who: str, language: str) -> str:
    """The name of a character, or of the voice outside the picture ("off")."""
    names = words(language)["names"]
    return str(names.get(who, names["someone"]))


def says(who: str, kind: str, language: str) -> str:
    """« Jeanne dit », « Jeanne pense »: what a bubble is, for those who hear it."""
    verbs = words(language)["says"]
    return str(verbs.get(kind, verbs["speech"])).format(name=name(who, language))


def label(kind: str, key: str, language: str = "fr") -> str:
    """What an editor reads under a choice; kind is who, pose, mood or scene."""
    table = words(language)[{"who": "names"}.get(kind, f"{kind}s")]
    text = _agree(words(language).get("labels", {}).get(key) or table[key], "m")
    return text[:1].upper() + text[1:]


def _person(figure: Figure, language: str) -> str:
    gender = library().cast[figure.who].gender
    said = words(language)
    mood = _agree(said["moods"].get(figure.mood, ""), gender)
    action = _agree(said["poses"].get(figure.pose, ""), gender)
    pattern = {(1, 1): "both", (1, 0): "mood", (0, 1): "action"}.get(
        (bool(mood), bool(action)), "neither"
    )
    sentence = str(said["patterns"][pattern])
    return sentence.format(name=name(figure.who, language), mood=mood, action=action)


def _agree(words_: str | list[str], gender: str) -> str:
    if isinstance(words_, str):
        return words_
    return words_[gender == "f"]
