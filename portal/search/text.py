"""Letters and words as both languages write them, before any rule of one language."""

import re
import unicodedata
from collections.abc import Hashable, Iterable
from typing import TypeVar

# What keyboards and copy-paste produce for an apostrophe (Unicode CLDR, lenient scope set).
APOSTROPHES = "'’‘ʼʻ`´′ʹ＇‛՚᾽᾿ߴ"
HYPHENS = "-‐‑"
LONGEST_TOKEN = 60
Item = TypeVar("Item", bound=Hashable)
_WORD = re.compile(r"[^\W_]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d"})


def lower(text: str) -> str:
    """The text in composed lower case without soft hyphens, as every rule below expects it."""
    return unicodedata.normalize("NFC", text.replace("\xad", "")).lower()


def split(text: str) -> list[str]:
    """The runs of letters and digits of a text, in order."""
    return _WORD.findall(text)


def plain(word: str) -> str:
    """The word without accents or ligatures: « médiathèque » is « mediatheque »."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", word.translate(_LIGATURES))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def token(prefix: str, word: str) -> str:
    """An index token of [a-z0-9] only, so that no tokenizer of any database changes it.

    Words of other scripts are written in Punycode (RFC 3492), which is plain ASCII.
    """
    if not word.isascii():
        word = word.encode("punycode").decode("ascii")
    return prefix + "".join(letter for letter in word.lower() if letter.isalnum())[:LONGEST_TOKEN]


def unique(items: Iterable[Item]) -> list[Item]:
    """The items without repeats, in their first order."""
    return list(dict.fromkeys(items))
