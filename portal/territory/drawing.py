"""The map of the communes, ready for the page: shapes from map.json, figures from the caller.

map.json is made once by tools/map.py; another territory draws its own (settings.TERRITORY_MAP).
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from portal import territory


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
        "dot": {"x": shape["dot"][0], "y": shape["dot"][1], "text": shape["dot"][1] + 5},
        "label": {"x": x, "y": y, "anchor": anchor},
    }


@cache
def _sheet() -> dict[str, Any]:
    from django.conf import settings  # a late import: the module also serves plain scripts

    own = Path(__file__).with_name("map.json")
    path = getattr(settings, "TERRITORY_MAP", None) if settings.configured else None
    sheet: dict[str, Any] = json.loads(Path(path or own).read_text("utf-8"))
    return sheet
