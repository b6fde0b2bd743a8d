"""The next dates where a gesture is taught: asked of the calendar, which guides do not know."""

from typing import Any

from portal.coming import next_dates

NEAR = 20  # kilometres around the commune one chose
SHOWN = 3


def dates_that_teach(theme: str, level: str, commune: str, language: str) -> list[dict[str, Any]]:
    """At the level asked or any, near the commune (INSEE code) when one is given."""
    if not theme:
        return []
    search = {"theme": [theme], "level": sorted({level or "any", "any"})}
    if commune:
        search |= {"commune": [commune], "within": [str(NEAR)]}
    return next_dates(search, language=language, most=SHOWN)
