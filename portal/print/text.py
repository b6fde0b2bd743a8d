"""What a printed line may hold: French and Breton typography, and only signs our fonts can draw."""

import re
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
NARROW, FIXED, BREAK_CHANCE = "\u202f", "\u00a0", "\u200b"
LONGEST_WORD, LONGEST_TEXT = 30, 2000

_BLANKS = re.compile(r"[\t\n\r\u2028\u2029]")
# Controls, joiners and the signs that turn the direction of writing (a reversed title deceives).
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
_ADDRESS = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(/\S*)?")
_SPACING = [
    (re.compile(r"(?<=[^\s!?;])[ \u00a0\u202f]*([!?;]+)(?!\w)"), NARROW + r"\1"),
    (re.compile(r"[ \u00a0]+([:»])"), FIXED + r"\1"),
    (re.compile(r"« ?"), "«" + FIXED),
    (re.compile(r"\b(M\.|Mme|n°|p\.) (?=\S)"), r"\1" + FIXED),
    (re.compile(r"(?<=\d) (?=\d{2,3}\b)"), NARROW),
    (re.compile(r"(?<=\d) ?(€|%|h\b|min\b|eur\b)"), FIXED + r"\1"),
    (re.compile(r"(\bh|\beur) (?=\d\d\b)"), r"\1" + FIXED),
    (re.compile(r"(?<=\d) (?=\w+ \d{4}\b)"), FIXED),
]


def typography(text: str) -> str:
    """The spaces and apostrophes of French print; Breton is spaced the same way."""
    text = text.replace("'", "’")
    for pattern, replacement in _SPACING:
        text = pattern.sub(replacement, text)
    return text


def printable(text: str) -> str:
    """The text without what no line of ours can hold; breaks are offered inside endless words."""
    kept = "".join(sign for sign in _visible(text) if sign in _glyphs())
    kept = re.sub(" {2,}", " ", kept)
    return re.sub(rf"[^\s]{{{LONGEST_WORD + 1},}}", _breakable, kept[:LONGEST_TEXT])


def unprintable(text: str) -> set[str]:
    """The signs `printable` drops, to be shown to whoever wrote them."""
    return set(_visible(text)) - _glyphs()


def is_address(text: str) -> bool:
    """Whether the text is a web address, which typography must leave as it is."""
    return bool(_ADDRESS.fullmatch(text))


def _visible(text: str) -> str:
    return _INVISIBLE.sub("", _BLANKS.sub(" ", text))


def _breakable(word: re.Match) -> str:
    half = LONGEST_WORD // 2
    return BREAK_CHANCE.join(word[0][i : i + half] for i in range(0, len(word[0]), half))


@cache
def _glyphs() -> frozenset[str]:
    return frozenset((FONTS / "glyphs.txt").read_text(encoding="utf-8"))
