"""How far a long command is: a bar on a terminal, plain lines elsewhere."""

from collections.abc import Iterable, Iterator
from typing import Any, TextIO, TypeVar

T = TypeVar("T")
WIDTH = 30


def with_progress(items: Iterable[T], total: int, label: str, stream: Any) -> Iterator[T]:
    """Gives the items back, telling `stream` every per cent (a line every tenth without a bar)."""
    lively = _is_terminal(stream)
    step = max(1, total // (100 if lively else 10))
    for number, item in enumerate(items, start=1):
        yield item
        if number % step == 0 or number == total:
            _tell(stream, label, number, total, lively)
    if lively:
        stream.write("\n")


def _tell(stream: TextIO, label: str, number: int, total: int, lively: bool) -> None:
    share = number / total if total else 1
    if not lively:
        stream.write(f"{label}: {number}/{total} ({share:.0%})\n")
        return
    done = int(share * WIDTH)
    stream.write(f"\r{label} [{'#' * done}{'.' * (WIDTH - done)}] {share:4.0%}")
    stream.flush()


def _is_terminal(stream: Any) -> bool:
    """Django wraps its commands' output; the terminal is underneath."""
    return bool(getattr(getattr(stream, "_out", stream), "isatty", bool)())
