"""What the search knows besides grammar: the communes' two names, and words that mean the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from portal import territory
from portal.search import breton, french
from portal.search.text import plain


class Rules(Protocol):
    """What a language's module offers."""

    def words(self, text: str) -> list[str]: ...
    def exact(self, word: str) -> str: ...
    def is_function_word(self, word: str) -> bool: ...
    def stems(self, word: str, names: frozenset[str]) -> list[str]: ...
    def spellings(self, word: str) -> list[str]: ...
    def compounds(self, text: str) -> list[str]: ...
    def joins(self, near: list[str], word: str) -> list[str]: ...


LANGUAGES: dict[str, Rules] = {"fr": french, "br": breton}
LONGEST_PHRASE = 3  # words of content: « mot de passe » has two
_SYNONYMS = Path(__file__).with_name("synonyms.txt")

Phrases = dict[tuple[str, ...], str]


@dataclass(frozen=True)
class Lexicon:
    """By language: the names that are never stemmed, and the concept each phrase stands for."""

    names: dict[str, frozenset[str]]
    phrases: dict[str, Phrases]

    def stems(self, word: str, language: str) -> list[str]:
        """The stems of a word, a place name keeping its ending."""
        return LANGUAGES[language].stems(word, self.names[language])

    def concepts(self, words: list[str], language: str) -> list[tuple[range, str]]:
        """The concepts named in a list of words, longest first, each with its words' positions."""
        places = content_places(words, language)
        stems = [self.stems(words[place], language)[0] for place in places]
        found, start = [], 0
        while start < len(places):
            length, concept = self._longest(stems[start : start + LONGEST_PHRASE], language)
            if concept:
                found.append((range(places[start], places[start + length - 1] + 1), concept))
            start += length
        return found

    def _longest(self, stems: list[str], language: str) -> tuple[int, str]:
        for length in range(len(stems), 0, -1):
            if concept := self.phrases[language].get(tuple(stems[:length])):
                return length, concept
        return 1, ""


def build(communes: Iterable[tuple[str, ...]], synonyms: Iterable[str]) -> Lexicon:
    """A lexicon from communes (code, then names) and lines « word, word | ger, ger »."""
    communes = list(communes)
    lexicon = Lexicon(names=_name_words(communes), phrases={language: {} for language in LANGUAGES})
    for code, *names in communes:
        for language in LANGUAGES:
            _learn(lexicon, language, names, f"place{code}")
    for line in synonyms:
        sides = [[phrase.strip() for phrase in side.split(",")] for side in line.split("|")]
        for language, phrases in zip(LANGUAGES, sides, strict=True):
            _learn(lexicon, language, phrases, "word" + plain(sides[0][0]))
    return lexicon


@cache
def lexicon() -> Lexicon:
    """The lexicon of this territory."""
    named = ((each.code, *each.names.values()) for each in territory.communes())
    return build(named, synonym_lines(_SYNONYMS.read_text(encoding="utf-8")))


def synonym_lines(text: str) -> list[str]:
    """The lines of a synonym file that are neither empty nor a remark."""
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def _name_words(communes: list[tuple[str, ...]]) -> dict[str, frozenset[str]]:
    single: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for language, rules in LANGUAGES.items():
        for _code, *names in communes:
            for name in names:
                content = [w for w in rules.words(name) if not rules.is_function_word(w)]
                if len(content) == 1:
                    single[language].add(rules.exact(content[0]))
    return {language: frozenset(names) for language, names in single.items()}


def _learn(lexicon: Lexicon, language: str, phrases: Iterable[str], concept: str) -> None:
    for phrase in phrases:
        words = LANGUAGES[language].words(phrase)
        key = tuple(
            lexicon.stems(words[place], language)[0] for place in content_places(words, language)
        )
        lexicon.phrases[language].setdefault(key, concept)


def content_places(words: list[str], language: str) -> list[int]:
    """The positions of the words that are more than links; all of them when all are links."""
    rules = LANGUAGES[language]
    places = [place for place, word in enumerate(words) if not rules.is_function_word(word)]
    return places or list(range(len(words)))
