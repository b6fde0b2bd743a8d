"""Plain language, measured while one writes: advice in words, never a refusal.

Thresholds follow « L'information pour tous » (Inclusion Europe and Unapei, 2009); the score is
Kandel and Moles' (1958) for French. Breton has no validated formula: only lengths are advised on.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from guides.syllables import syllables

Level = Literal["alert", "warn", "info"]
WORD = re.compile(
    r"[0-9]+(?:[\u00a0\u202f., ]?[0-9]+)*"
    r"|[A-Za-zÀ-ÖØ-öø-ÿŒœÆæ]+(?:[’'][A-Za-zÀ-ÿŒœ]+)*(?:-[A-Za-zÀ-ÿŒœ]+)*"
)
FULL_STOP = re.compile(r"(?<=[.!?…])[\s»”\"]+|\n+")
CLAUSE = re.compile(r"(?<=[.!?…])[\s»”\"]+|\n+|\s*[;:]\s+")
ABBREVIATION = re.compile(r"\b(M|Mme|Dr|etc|ex|p)\.")
DECIMAL = re.compile(r"(\d)[.,](\d)")
ACRONYM = re.compile(r"\b[A-ZÉ]{3,6}\b")
KNOWN_ACRONYMS = {"SMS", "PDF", "DVD"}
SHOUTED = re.compile(r"\b[A-ZÀÉÈ]{4,}(?:\s+[A-ZÀÉÈ]{2,})+")
PASSIVE = re.compile(
    r"\b(?:est|sont|a été|ont été|sera|seront|être)\s+\w+(?:é|i|is|u)(?:e|s|es)?\s+par\b", re.I
)
DOUBLE_NEGATION = re.compile(r"\bn[e’']\s*\w+\s+pas\s+(?:sans|non|im\w+|in(?!ter)\w+)", re.I)
LONG_WORD = 5
LONGEST_CHECKED = 20_000


@dataclass(frozen=True)
class Limits:
    """What suits a field: characters, words a sentence, sentences."""

    characters: int
    words: int
    sentences: int


LIMITS = {
    "bubble": Limits(90, 12, 2),
    "narration": Limits(80, 12, 2),
    "rule": Limits(90, 12, 1),
    "text": Limits(1_000_000, 15, 1_000),
}


@dataclass(frozen=True)
class Note:
    """One piece of advice; `code` names the rule."""

    level: Level
    code: str
    text: str


@dataclass(frozen=True)
class Score:
    """How a whole text reads. `ease` is Kandel and Moles', 0 (hard) to 100 (easy)."""

    words: int
    sentences: int
    words_a_sentence: float
    syllables_a_word: float
    ease: int


def words(text: str) -> list[str]:
    return WORD.findall(text)


def sentences(text: str, *, clauses: bool = False) -> list[str]:
    """The sentences of a text; with `clauses`, a colon or a semicolon ends one too."""
    whole = ABBREVIATION.sub(r"\1", DECIMAL.sub(r"\1\2", text))
    pieces = (CLAUSE if clauses else FULL_STOP).split(whole)
    return [piece.strip() for piece in pieces if re.search(r"\w", piece)]


def score(text: str) -> Score | None:
    """Measures a whole text; None for one without words. Says little under sixty words."""
    parts = sentences(text[:LONGEST_CHECKED], clauses=True)
    spoken = [word for part in parts for word in words(part)]
    if not spoken:
        return None
    length = len(spoken) / len(parts)
    weight = sum(map(syllables, spoken)) / len(spoken)
    ease = round(min(100, max(0, 207 - 1.015 * length - 73.6 * weight)))
    return Score(len(spoken), len(parts), round(length, 1), round(weight, 2), ease)


def check(
    text: str, field: str = "bubble", jargon: Mapping[str, str] | None = None, language: str = "fr"
) -> list[Note]:
    """Advice on one field; `jargon` gives a plainer word for a difficult one."""
    limits, text = LIMITS[field], text[:LONGEST_CHECKED]
    notes = list(_lengths(text, limits))
    if language == "fr":
        notes += _vocabulary(text, jargon or {})
        notes += _turns(text)
    return notes


def _lengths(text: str, limits: Limits) -> Iterator[Note]:
    if len(text) > limits.characters:
        advice = _("%(count)d characters. Aim for %(most)d: split it in two.")
        yield Note("alert", "length", advice % {"count": len(text), "most": limits.characters})
    count = len(sentences(text))
    if count > limits.sentences:
        advice = ngettext(
            "%(count)d sentences. Keep %(most)d.",
            "%(count)d sentences. Keep %(most)d at most.",
            limits.sentences,
        )
        yield Note("warn", "sentences", advice % {"count": count, "most": limits.sentences})
    for sentence in sentences(text, clauses=True):
        if (count := len(words(sentence))) > limits.words:
            level: Level = "alert" if count > limits.words + 3 else "warn"
            advice = _("A sentence of %(count)d words. Aim for %(most)d: “%(start)s…”")
            found = {"count": count, "most": limits.words, "start": sentence[:40]}
            yield Note(level, "sentence", advice % found)


def _vocabulary(text: str, jargon: Mapping[str, str]) -> Iterator[Note]:
    for term in sorted(jargon, key=len, reverse=True):
        pattern = re.escape(term).replace("’", "[’']")
        if found := re.search(rf"(?<![\w-]){pattern}s?(?![\w-])", text, re.I):
            advice = _("“%(word)s” is a difficult word. Try: %(plainer)s.")
            plainer = {"word": found[0], "plainer": jargon[term]}
            yield Note("warn", "jargon", advice % plainer)
            text = text.replace(found[0], " ")
    for acronym in sorted(set(ACRONYM.findall(text)) - KNOWN_ACRONYMS):
        yield Note("info", "acronym", _("“%s”: explain this acronym.") % acronym)
    for word in words(text):
        if syllables(word) >= LONG_WORD and word[0].islower():
            yield Note("info", "long-word", _("“%s” is a long word.") % word)


def _turns(text: str) -> Iterator[Note]:
    if PASSIVE.search(text):
        yield Note("warn", "passive", _("Passive voice. Say who does it."))
    if DOUBLE_NEGATION.search(text):
        yield Note("warn", "negation", _("Double negation. Say it the positive way."))
    if SHOUTED.search(text):
        yield Note("warn", "capitals", _("Avoid whole sentences in capitals."))
    if re.search(r"\(.*\)", text):
        yield Note("info", "brackets", _("Avoid brackets."))
