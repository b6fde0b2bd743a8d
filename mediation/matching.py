"""Whether two descriptions speak of the same place: the scored rule of the national pipeline.

Rule from anct-cartographie-nationale/mednum-cli (MIT): the mean of how alike the names are, how
alike the streets are, and how near the points are, inside one commune and with compatible kinds.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from math import floor, hypot
from typing import NamedTuple

OTHER_SOURCE, SAME_SOURCE = 83, 90  # above, it is the same place
ASK_A_PERSON = 70  # from there up, somebody looks
_NEAR = 0.0004  # degrees
_ALIKE = {"RFS", "PIMMS"}  # a PIMMS is often the France services of its town


class Candidate(NamedTuple):
    """What is compared. `point` in degrees (latitude, longitude), or None."""

    name: str
    street: str
    commune: str
    point: tuple[float, float] | None = None
    kinds: frozenset[str] = frozenset()
    source: str = ""


class Match(NamedTuple):
    """How alike two places are (0 to 100 each), and what that means."""

    score: int
    name: int
    street: int
    distance: int
    sure: bool


def match(a: Candidate, b: Candidate) -> Match | None:
    """Their likeness from ASK_A_PERSON up; None when they are different places."""
    if a.commune != b.commune or not _compatible(a.kinds, b.kinds):
        return None
    name, street = ratio(a.name, b.name), ratio(a.street, b.street)
    distance = distance_score(a.point, b.point)
    score = floor((name + street + distance) / 3)
    if score < ASK_A_PERSON:
        return None
    threshold = SAME_SOURCE if a.source == b.source else OTHER_SOURCE
    return Match(score, name, street, floor(distance), score > threshold)


def best(a: Candidate, others: Iterable[tuple[int, Candidate]]) -> tuple[int, Match] | None:
    """The key of the most alike of the others, with its match."""
    found = ((key, match(a, other)) for key, other in others)
    alike = [(key, each) for key, each in found if each is not None]
    return max(alike, key=lambda pair: pair[1].score, default=None)


def distance_score(a: tuple[float, float] | None, b: tuple[float, float] | None) -> float:
    """100 when near, falling with the distance; 100 too when one of them is not known."""
    if a is None or b is None:
        return 100
    distance = hypot(a[0] - b[0], a[1] - b[1])
    return 100 if distance < _NEAR else 100 / (distance * 1000 + 1)


def ratio(a: str, b: str) -> int:
    """0 to 100: twice the letters in common, in order, out of all the letters of both."""
    a, b = _plain(a), _plain(b)
    if not a or not b:
        return 0
    return floor(200 * _common(a, b) / (len(a) + len(b)) + 0.5)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return re.sub(r"[^\w]|_", " ", text.lower()).strip()


def _common(a: str, b: str) -> int:
    """Length of the longest common subsequence, a column of the table in one big number (Hyyrö)."""
    where: dict[str, int] = {}
    for index, letter in enumerate(a):
        where[letter] = where.get(letter, 0) | 1 << index
    column = full = (1 << len(a)) - 1
    for letter in b:
        hits = column & where.get(letter, 0)
        column = (column + hits) | (column - hits)
    return len(a) - (column & full).bit_count()


def _compatible(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or bool(a & b) or (a | b) >= _ALIKE
