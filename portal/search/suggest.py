"""« Did you mean »: the nearest words of our own titles and communes, for words nobody wrote."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache

from portal.search.text import APOSTROPHES, lower, plain

MOST_WORDS = 3  # looked up in one query, so that nonsense costs little
LEAST_LIKENESS = 0.72
SHORTEST = 4  # letters; below, everything is like everything
_WORD = re.compile(rf"(?:[cC][{APOSTROPHES}][hH]|[^\W_])+")  # « c’h » is one letter in Breton
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_TWICE = re.compile(r"(.)\1")
_SOUNDS_LIKE = "qu>k ck>k ca>ka co>ko cu>ku ph>f zh>z eau>o au>o ai>e y>i w>v"
_SOUNDS = [pair.split(">") for pair in _SOUNDS_LIKE.split()]


def suggest(query: str, known: dict[str, str]) -> str:
    """The query with its unknown words replaced by near known ones; empty when nothing changes.

    `known` gives the written form of every plain word, as `words_of` does.
    """
    words = query.split()
    unknown = [word for word in words if len(word) >= SHORTEST and _key(word) not in known]
    nearest = {word: nearest_word(_key(word), known) for word in unknown[:MOST_WORDS]}
    better = " ".join(nearest.get(word) or word for word in words)
    return "" if better == query else better


def nearest_word(word: str, known: dict[str, str]) -> str:
    """The written form of the known word that sounds most like a plain word, or nothing."""
    sound = sound_of(word)
    pairs = _pairs(sound)
    near = [other for other in known if _may_be(sound, pairs, sound_of(other))]
    ratios = ((SequenceMatcher(None, sound, sound_of(other)).ratio(), other) for other in near)
    likeness, best = max(ratios, default=(0.0, ""))
    return known[best] if likeness >= LEAST_LIKENESS else ""


def words_of(texts: Iterable[str]) -> dict[str, str]:
    """Every word of some texts: its plain form, and how it was first written."""
    words = (word for text in texts for word in _WORD.findall(text))
    known: dict[str, str] = {}
    for word in words:
        if len(word) >= SHORTEST:
            known.setdefault(_key(word), word)
    return known


@lru_cache(maxsize=20_000)
def sound_of(word: str) -> str:
    """Roughly how a plain word sounds to a French or Breton ear: arnak is arnaque."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    word = _TWICE.sub(r"\1", word)
    return word.rstrip("estx") or word


def _key(word: str) -> str:
    return _APOSTROPHE.sub("", plain(lower(word)))


def _pairs(word: str) -> set[str]:
    return {word[place : place + 2] for place in range(len(word) - 1)}


def _may_be(sound: str, pairs: set[str], other: str) -> bool:
    """A cheap first sieve: lengths close, and a third of the pairs of letters in both."""
    return abs(len(other) - len(sound)) <= 2 and 3 * len(pairs & _pairs(other)) >= len(pairs)
