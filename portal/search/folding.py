"""The one normaliser of the search: what is stored for a text, and what is asked for a query.

Every token is made of [a-z0-9] and carries a prefix that says its layer, so that one column of
any database holds all layers: e (as written), m (its mutation class), s (its stem), c (what it
means). A page is stored in its own language; a query is read in both, for nobody says which
language they type.
"""

from itertools import chain
from typing import NamedTuple

from portal.search.lexicon import LANGUAGES, Lexicon, content_places, lexicon
from portal.search.text import plain, token, unique

Groups = tuple[tuple[str, ...], ...]  # every group must match, by any one of its tokens
Expression = tuple[Groups, ...]  # one reading a language; any one of them must match


class Layers(NamedTuple):
    """A query from the narrowest sense to the widest; every layer holds the one before it."""

    exact: Expression = ()
    mutated: Expression = ()
    stem: Expression = ()
    meaning: Expression = ()


def index_text(text: str, language: str | None, known: Lexicon | None = None) -> str:
    """The tokens stored for a text, separated by spaces; read in both languages when unknown."""
    known = known or lexicon()
    spoken = [language] if language in LANGUAGES else list(LANGUAGES)
    return " ".join(unique(t for code in spoken for t in _stored(text, code, known)))


def index_words(text: str, language: str | None) -> str:
    """The tokens stored for pickers, which look for beginnings of words."""
    spoken = [language] if language in LANGUAGES else list(LANGUAGES)
    return " ".join(
        unique(t for code in spoken for w in LANGUAGES[code].words(text) for t in _written(w, code))
    )


def query_layers(query: str, known: Lexicon | None = None) -> Layers:
    """The layers of a cleaned query, each read in both languages; all empty without words."""
    known = known or lexicon()
    readings = [r for code in LANGUAGES if (r := _reading(query, code, known))]
    if not readings:
        return Layers()
    return Layers._make(tuple(unique(layer)) for layer in zip(*readings, strict=True))


def typed_layer(query: str) -> Expression:
    """A query still being typed, to be matched as beginnings of words: see `index_words`."""
    readings = [
        tuple(tuple(_written(word, code)) for word in rules.words(query))
        for code, rules in LANGUAGES.items()
    ]
    return tuple(unique(reading for reading in readings if reading))


def _stored(text: str, language: str, known: Lexicon) -> list[str]:
    rules = LANGUAGES[language]
    words = rules.words(text)
    forms = (
        _written(word, language) + _stems(word, language, known)
        for word in words + rules.compounds(text)
    )
    concepts = (token("c", concept) for _places, concept in known.concepts(words, language))
    return [*chain.from_iterable(forms), *concepts]


def _written(word: str, language: str) -> list[str]:
    """The word without accents, then its mutation class where the language has any."""
    tokens = [token("e", plain(word))]
    return [*tokens, token("m", LANGUAGES[language].exact(word))] if language == "br" else tokens


def _stems(word: str, language: str, known: Lexicon) -> list[str]:
    return [token("s" + language[0], stem) for stem in known.stems(word, language)]


def _reading(query: str, language: str, known: Lexicon) -> tuple[Groups, ...]:
    """The groups of a query read in one language, a layer after the other; empty without words."""
    words = LANGUAGES[language].words(query)
    concepts = known.concepts(words, language)
    content = content_places(words, language)
    groups = []
    for place in content:
        near = [words[other] for other in content if abs(other - place) <= 1]
        named = [token("c", concept) for places, concept in concepts if place in places]
        groups.append(_group(words[place], near, named, language, known))
    return tuple(zip(*groups, strict=True))


def _group(
    word: str, near: list[str], named: list[str], language: str, known: Lexicon
) -> list[tuple[str, ...]]:
    """What one word of a query may match, a layer after the other, each with those before it."""
    rules = LANGUAGES[language]
    forms = [word, *rules.joins(near, word)]
    exact = [token("e", plain(form)) for form in forms]
    mutated = exact + [t for form in forms for t in _written(form, language)[1:]]
    spelt = [spelling for form in forms for spelling in rules.spellings(form)]
    stem = mutated + [t for form in spelt for t in _stems(form, language, known)]
    return [tuple(unique(layer)) for layer in (exact, mutated, stem, stem + named)]
