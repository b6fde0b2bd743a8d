"""French words brought to one form: accents, elision, the Snowball stem, and compounds."""

import re
from functools import lru_cache
from threading import Lock

import snowballstemmer

from portal.search.text import APOSTROPHES, HYPHENS, lower, plain, split, unique

_STEMMER = snowballstemmer.stemmer("french")
_STEMMING = Lock()  # a stemmer keeps the word it works on: two threads would mix theirs
_ELISION = re.compile(
    rf"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)[{APOSTROPHES}](?=\w)"
)
_COMPOUND = re.compile(rf"\w+(?:[{HYPHENS}]\w+)+")
# Snowball leaves the x of these plurals, alone or at the end of a compound (tierslieux); a
# general rule would harm the adjectives in -eux.
_PLURALS_IN_X = {
    "lieux": "lieu",
    "jeux": "jeu",
    "feux": "feu",
    "voeux": "voeu",
    "vœux": "voeu",
    "yeux": "oeil",
    "travaux": "travail",
    "bijoux": "bijou",
    "choux": "chou",
    "genoux": "genou",
}
# Snowball keeps the s after an o, so that photos, vidéos, infos would not meet photo, vidéo, info.
_PLURAL_IN_OS = re.compile(r"\w{3,}os")
_NO_PLURALS = frozenset(["repos", "propos", "heros", "héros", "tournedos"])
_FUNCTION_WORDS = """
a au aux avec ce ces cet cette dans de des du elle en est et il ils je la le les leur leurs lui ma
mais me mes mon ne nos notre nous on ou par pas pour qu que qui sa se ses son sont sur ta te tes toi
ton tu un une vos votre vous y
"""
_LITERAL = frozenset(_FUNCTION_WORDS.split())


def words(text: str) -> list[str]:
    """The words of a French text in lower case, without elided articles: l’été gives été."""
    return split(_ELISION.sub(" ", lower(text)))


def exact(word: str) -> str:
    """The word without accents."""
    return plain(word)


def is_function_word(word: str) -> bool:
    """Whether the word only links others, so that a query of several words does without it."""
    return plain(word) in _LITERAL


@lru_cache(maxsize=50_000)
def stems(word: str, names: frozenset[str] = frozenset()) -> list[str]:
    """The stems of a word: with its accents and without, for people type both."""
    bare = plain(word)
    if bare in _LITERAL:
        return ["q" + bare]
    if bare in names:
        return [bare]
    word = _singular(word)
    return unique([_stem(plain(word)), plain(_stem(word))])


def _stem(word: str) -> str:
    with _STEMMING:
        stem: str = _STEMMER.stemWord(word)
        return stem


def spellings(word: str) -> list[str]:
    """The word as it was typed: accents are already of no matter."""
    return [word]


def compounds(text: str) -> list[str]:
    """Hyphenated words written as one: wi-fi gives wifi, tiers-lieux gives tierslieu."""
    return [_joined(re.split(f"[{HYPHENS}]", found)) for found in _COMPOUND.findall(lower(text))]


def joins(near: list[str], word: str) -> list[str]:
    """A word with the one before it or after it, written as one."""
    place = near.index(word)
    pairs = (near[place - 1 : place + 1], near[place : place + 2])
    return [_joined(pair) for pair in pairs if len(pair) == 2]


def _joined(parts: list[str]) -> str:
    return _singular("".join(parts))


def _singular(word: str) -> str:
    if _PLURAL_IN_OS.fullmatch(word) and word not in _NO_PLURALS:
        return word[:-1]
    for plural, singular in _PLURALS_IN_X.items():
        if word.endswith(plural):
            return word.removesuffix(plural) + singular
    return word
