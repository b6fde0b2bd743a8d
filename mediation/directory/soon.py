"""The next dates at a place or in communes: asked of the calendar, which places do not know."""

from collections.abc import Iterable
from typing import Any

from mediation.models.places import PlacePage
from portal.coming import next_dates

SHOWN = 5


def at_place(place: PlacePage, language: str) -> list[dict[str, Any]]:
    """Rows for components/mini.html; where they are need not be said. `place`: the French page."""
    rows = next_dates({"place": [place.slug]}, language=language, most=SHOWN)
    return [row | {"where": ""} for row in rows]


def in_communes(codes: Iterable[str], language: str, kind: str = "") -> list[dict[str, Any]]:
    """`codes`: INSEE; `kind`: "workshop", "event" or "" for both."""
    return next_dates({"commune": codes}, language=language, most=SHOWN, kind=kind)
