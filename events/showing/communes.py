"""The dates by commune: for the drawn map, and the same as a list."""

from typing import Any

from django.http import QueryDict
from django.utils.translation import ngettext

from events.search.results import Results
from events.showing.address import address
from portal import territory

MANY = 10


def by_commune(results: Results, query: QueryDict) -> dict[str, dict[str, Any]]:
    """INSEE code → {count, label, level, url} (templates/components/territory_map.html)."""
    counts = results.counts("commune")
    return {
        commune.code: _item(commune, counts.get(commune.code, 0), query)
        for commune in territory.communes()
    }


def listed(items: dict[str, dict[str, Any]], language: str) -> list[dict[str, Any]]:
    """The communes with dates, as choices, in alphabetical order."""
    return [
        {"label": label, "url": items[code]["url"], "count": items[code]["count"]}
        for code, label in territory.choices(language)
        if items[code]["count"]
    ]


def _item(commune: territory.Commune, count: int, query: QueryDict) -> dict[str, Any]:
    item: dict[str, Any] = {
        "count": count,
        "label": ngettext("%d date", "%d dates", count) % count,
        "level": 0 if not count else 1 if count < MANY else 2,
    }
    if count:
        item["url"] = address(query, commune=commune.code, within=None, view=None)
    return item
