"""The map of the communes, ready for the page: shapes from map.json, figures from the caller.

map.json is made once by tools/map.py; another territory draws its own (settings.TERRITORY_MAP).
"""

import json
from collections.abc import Mapping
from functools import cache
from math import cos, radians
from pathlib import Path
from typing import Any

from portal import territory

WIDTH = 530  # of the drawing, in its own units


def drawing(
    items: Mapping[str, Mapping[str, Any]], language: str = "fr", current: str = ""
) -> dict[str, Any]:
    """What components/territory_map.html draws.

    `items`: INSEE code → {url?, count?, label? (words, « 3 lieux »), level? (0 to 3)}.
    `current`: the code of the commune that the page is about.
    """
    sheet = _sheet()
    cells = [
        _cell(each, sheet["cells"][each.code], items.get(each.code, {}), language, current)
        for each in territory.communes()
        if each.code in sheet["cells"]
    ]
    return {**sheet, "cells": cells}


def edges() -> list[list[float]]:
    """The south-west and north-east corners of the drawing: [[latitude, longitude], …]."""
    corners: list[list[float]] = _sheet()["bounds"]
    return corners


def _cell(
    commune: territory.Commune,
    shape: Mapping[str, Any],
    item: Mapping[str, Any],
    language: str,
    current: str,
) -> dict[str, Any]:
    name = commune.name(language)
    x, y, anchor = shape["labels"].get(language, shape["labels"]["fr"])
    across, down = shape["dot"]
    words = item.get("label", "")
    return {
        "name": name,
        "spoken": f"{name}, {words}" if words else name,
        "url": item.get("url", ""),
        "count": item.get("count"),
        "level": item.get("level", 1),
        "current": commune.code == current,
        "major": shape["major"],
        "d": shape["d"],
        # As text: a template asks of every number how the reader's language writes it.
        "dot": {"x": str(across), "y": str(down), "text": str(down + 5)},
        "label": {"x": str(x), "y": str(y), "anchor": anchor},
    }


def _sheet() -> dict[str, Any]:
    from django.conf import settings  # a late import: the module also serves plain scripts

    asked = settings if settings.configured else None
    path = getattr(asked, "TERRITORY_MAP", None)
    if not path and getattr(asked, "TERRITORY_FILE", None):
        return _plain_sheet()
    return _read(Path(path or Path(__file__).with_name("map.json")))


@cache
def _read(path: Path) -> dict[str, Any]:
    sheet: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return sheet


def _plain_sheet() -> dict[str, Any]:
    """Another territory that has drawn no map yet: its communes as points, where they are."""
    all_of_them = territory.communes()
    south, north = _span([each.latitude for each in all_of_them])
    west, east = _span([each.longitude for each in all_of_them])
    across = WIDTH / (east - west)
    down = across / cos(radians((north + south) / 2))
    height = round((north - south) * down)
    cells = {}
    for each in all_of_them:
        x, y = round((each.longitude - west) * across), round((north - each.latitude) * down)
        labels = {language: [x, y - 20, ""] for language in each.names}
        ring = f"M{x - 16} {y}a16 16 0 1 0 32 0a16 16 0 1 0-32 0"
        cells[each.code] = {"d": ring, "dot": [x, y], "labels": labels, "major": True}
    nothing = dict.fromkeys(("around", "coast", "rivers", "waves"), "")
    frame = {"width": WIDTH, "height": height, "bounds": [[south, west], [north, east]]}
    return {**nothing, **frame, "sea": [-999, -999], "cells": cells}


def _span(values: list[float]) -> tuple[float, float]:
    """From the least to the most, with a margin of a fifth."""
    margin = max((max(values) - min(values)) / 5, 0.01)
    return min(values) - margin, max(values) + margin
