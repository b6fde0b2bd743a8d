"""Small drawn charts: pure geometry for an SVG, whose figures also stand in a table beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

# As wide as a telephone: the words of the drawing keep their size there.
WIDTH, ROW, BAR, LABELS = 320, 30, 18, 130


@dataclass(frozen=True)
class Bar:
    """One line of a chart: `value` of `whole` (seats used of seats offered), in SVG units."""

    label: str
    value: int
    whole: int
    y: int
    value_width: float
    whole_width: float

    @property
    def share(self) -> int:
        """Per cent of the whole, rounded; 0 when there is no whole."""
        return round(100 * self.value / self.whole) if self.whole else 0


@dataclass(frozen=True)
class Chart:
    """Horizontal bars, one below the other; `height` fits them all."""

    bars: list[Bar]
    width: int = WIDTH
    bar: int = BAR
    start: int = LABELS

    @property
    def height(self) -> int:
        return max(1, len(self.bars)) * ROW

    @property
    def value(self) -> int:
        return sum(bar.value for bar in self.bars)

    @property
    def whole(self) -> int:
        return sum(bar.whole for bar in self.bars)


def chart(rows: Iterable[tuple[str, int, int]]) -> Chart:
    """Bars from rows of (label, value, whole); the longest bar fills the width."""
    kept = list(rows)
    longest = max((max(value, whole) for _label, value, whole in kept), default=0) or 1
    unit = (WIDTH - LABELS) / longest
    return Chart(
        [
            Bar(label, value, whole, i * ROW, round(value * unit, 1), round(whole * unit, 1))
            for i, (label, value, whole) in enumerate(kept)
        ]
    )
