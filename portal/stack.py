"""Room for Python's frames, taken once a request.

CPython 3.11 keeps frames in chunks of 16 KB. A loop whose calls cross the edge of a chunk asks the
system for a new one each time, and gives it back (python/cpython#142183; mended in 3.13 and 3.14):
some pages did so six hundred times. A first frame that needs more than half of a large chunk
leaves the rest of it to everything it calls (docs/decisions/room-for-frames.md).
"""

from collections.abc import Callable
from typing import Any

SLOTS = 17_000  # of 8 bytes: CPython doubles 16 KB until they fit, and 120 of 256 KB are left


def roomy(call: Callable[..., Any]) -> Callable[..., Any]:
    """`call` with room above it; the targets of an assignment that never comes need the slots."""
    names: dict[str, Any] = {"call": call}
    never = "_, " * SLOTS
    exec(f"def with_room(*given):\n if given is None: {never}= ()\n return call(*given)", names)
    return names["with_room"]
