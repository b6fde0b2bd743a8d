"""What a page asks of the calendar without knowing it: the next dates about something.

`looking_for_dates` is sent with `search`, names and values of the calendar's own search
({"theme": ["sante"], "commune": ["56121"]}), with `kind` ("workshop", "event" or "" for both),
`language` and `most`. A receiver returns rows of components/mini.html in the order of time:
[{"when", "title", "url", "where", …}].
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.dispatch import Signal

looking_for_dates = Signal()
Search = Mapping[str, Iterable[str]]


def next_dates(search: Search, *, language: str, most: int, kind: str = "") -> list[dict[str, Any]]:
    """The next dates that answer; a receiver that fails costs its rows, not the page."""
    answers = looking_for_dates.send_robust(
        sender=None, search=search, kind=kind, language=language, most=most
    )
    rows = [row for _receiver, found in answers if isinstance(found, list) for row in found]
    return rows[:most]
