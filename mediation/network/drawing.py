"""The map of links, drawn: actors on the left, initiatives on the right, a line for each link.

Pure: names and links in, coordinates out. The page says the same as a list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

ROW, TOP, WIDTH = 46, 30, 1000
LEFT, RIGHT = 400, 600
# How far a line between two of the same side bulges out, a row apart.
BULGE = 34
# A name takes at most two lines beside its dot.
SIGNS, LEADING, GAP = 44, 19, 18


@dataclass(frozen=True)
class Line:
    x: int
    y: int
    text: str


@dataclass(frozen=True)
class Knot:
    """An actor or an initiative; `key` names it in links."""

    key: str
    name: str
    is_initiative: bool


@dataclass(frozen=True)
class Placed:
    knot: Knot
    x: int
    y: int

    @property
    def lines(self) -> list[Line]:
        """The name, away from the middle, in one line or two."""
        texts = wrap(self.knot.name, SIGNS, max_lines=2, placeholder="…")
        x = self.x + (GAP if self.knot.is_initiative else -GAP)
        top = self.y + 5 - (len(texts) - 1) * LEADING // 2
        return [Line(x, top + index * LEADING, text) for index, text in enumerate(texts)]


@dataclass(frozen=True)
class Thread:
    """A link as an SVG path; `kind` is its style."""

    path: str
    kind: str


@dataclass(frozen=True)
class Drawing:
    width: int
    height: int
    placed: list[Placed]
    threads: list[Thread]


def draw(knots: Sequence[Knot], links: Sequence[tuple[str, str, str]]) -> Drawing:
    """`links` are (key, kind, key). The most linked stand in the middle of their side."""
    counts = {knot.key: 0 for knot in knots}
    for one, _kind, other in links:
        counts[one] += 1
        counts[other] += 1
    actors = _from_the_middle([k for k in knots if not k.is_initiative], counts)
    initiatives = _from_the_middle([k for k in knots if k.is_initiative], counts)
    rows = max(len(actors), len(initiatives), 1)
    placed = _column(actors, LEFT, rows) + _column(initiatives, RIGHT, rows)
    spots = {each.knot.key: each for each in placed}
    threads = [Thread(_path(spots[a], spots[b]), kind) for a, kind, b in links]
    return Drawing(WIDTH, 2 * TOP + (rows - 1) * ROW, placed, threads)


def _from_the_middle(knots: list[Knot], counts: dict[str, int]) -> list[Knot]:
    """Most linked first, laid alternately above and below, so that lines stay short."""
    ordered = sorted(knots, key=lambda knot: (-counts[knot.key], knot.key))
    return ordered[1::2][::-1] + ordered[::2]


def _column(knots: list[Knot], x: int, rows: int) -> list[Placed]:
    step = (rows - 1) * ROW / max(len(knots) - 1, 1)
    return [Placed(knot, x, round(TOP + index * step)) for index, knot in enumerate(knots)]


def _path(one: Placed, other: Placed) -> str:
    if one.x != other.x:
        middle = (one.x + other.x) // 2
        return f"M{one.x} {one.y}C{middle} {one.y} {middle} {other.y} {other.x} {other.y}"
    apart = min(abs(one.y - other.y) // ROW, 5) + 1
    bend = one.x + (BULGE * apart if one.x == LEFT else -BULGE * apart) // 2
    return f"M{one.x} {one.y}C{bend} {one.y} {bend} {other.y} {other.x} {other.y}"
