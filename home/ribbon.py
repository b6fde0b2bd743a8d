"""The years of the timeline laid on the water, as coordinates for an SVG. Pure arithmetic."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT, WATER, BASE = 1000, 220, 150, 205
EDGE, LIFT = 50, 27


@dataclass(frozen=True)
class Buoy:
    """A milestone: its place, the line down to the water, its state (past, now, next)."""

    x: int
    y: int
    line: str
    state: str


@dataclass(frozen=True)
class Mark:
    x: int
    text: str


@dataclass(frozen=True)
class Ribbon:
    sea: str
    buoys: list[Buoy]
    years: list[Mark]
    boat: str
    light: str
    width: int = WIDTH
    height: int = HEIGHT
    base: int = BASE


def ribbon(milestones: Sequence[tuple[int, str]], this_year: int) -> Ribbon | None:
    """`milestones` are (year, state) in the order of time; None when there are fewer than two.

    Milestones of one year stand above each other; the boat is today, the lighthouse the last.
    """
    years = [year for year, _state in milestones]
    if len(set(years)) < 2:
        return None
    first, last = min(years), max(years)

    def across(year: int) -> int:
        return EDGE + round((year - first) / (last - first) * (WIDTH - 2 * EDGE))

    return Ribbon(
        sea=_sea(),
        buoys=_buoys(milestones, across),
        years=[Mark(across(year), str(year)) for year in _round_years(first, last)],
        boat=_boat(across(min(max(this_year, first), last))),
        light=_light(across(last)),
    )


def _buoys(milestones, across) -> list[Buoy]:
    stacked: Counter[int] = Counter()
    buoys = []
    for year, state in milestones:
        x = across(year)
        # Years that are too near to stand side by side are stacked as one.
        column = x // 24
        y = WATER - 14 - LIFT * stacked[column]
        stacked[column] += 1
        buoys.append(Buoy(x, y, f"M{x} {y}V{WATER}", state))
    return buoys


def _round_years(first: int, last: int) -> list[int]:
    tens = range(-(-first // 10) * 10, last + 1, 10)
    return sorted({first, *tens, last})


def _sea() -> str:
    waves = "".join("q25 -9 50 0t50 0" for _wave in range(0, WIDTH, 100))
    return f"M0 {WATER}{waves}V{WATER + 34}H0z"


def _boat(x: int) -> str:
    return f"M{x - 26} {WATER - 4}h52l-10 16h-32zM{x} {WATER - 6}v-46l26 38h-26"


def _light(x: int) -> str:
    return f"M{x - 12} {WATER + 6}l4 -58h16l4 58zM{x - 8} {WATER - 52}v-14h16v14"
