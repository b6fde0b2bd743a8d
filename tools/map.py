"""Draws the map of the communes: the cells around their centres, cut by a coast drawn by hand.

Run once, by hand, when the communes change (needs `pip install shapely`):
    python tools/map.py
Reads portal/territory/territory.json, writes portal/territory/map.json. No boundary data: the
points of the coast and of the inland edge below are our own sketch, in degrees (lon, lat).
"""

import json
from itertools import combinations
from math import cos, hypot, radians
from pathlib import Path

from shapely import voronoi_polygons
from shapely.geometry import LineString, MultiPoint, Point, Polygon, box
from shapely.ops import unary_union

TERRITORY = Path(__file__).resolve().parent.parent / "portal/territory"
WEST, NORTH, UNITS = -3.575, 48.025, 1530  # the left top corner, and units for one degree north
WIDTH, HEIGHT = 530, 648
FRAME = box(-20, -20, WIDTH + 20, HEIGHT + 20)
MAJOR = {"56121", "56098", "56083", "56162", "56078", "56069", "56166", "56101", "56026", "56169"}

COAST = """-3.62 47.778, -3.575 47.772, -3.545 47.766, -3.532 47.775, -3.524 47.764, -3.508 47.744,
-3.497 47.733, -3.480 47.716, -3.463 47.702, -3.448 47.699, -3.430 47.706, -3.410 47.701,
-3.390 47.703, -3.374 47.708, -3.367 47.720, -3.366 47.732, -3.372 47.737, -3.361 47.741,
-3.356 47.752, -3.358 47.764, -3.352 47.764, -3.350 47.752, -3.344 47.747, -3.328 47.753,
-3.314 47.764, -3.303 47.776, -3.298 47.774, -3.307 47.760, -3.320 47.747, -3.338 47.739,
-3.345 47.734, -3.342 47.727, -3.350 47.720, -3.349 47.713, -3.361 47.708, -3.353 47.7025,
-3.335 47.707, -3.318 47.707, -3.305 47.702, -3.289 47.699, -3.294 47.692, -3.315 47.6945,
-3.335 47.696, -3.352 47.6985, -3.363 47.692, -3.350 47.686, -3.320 47.686, -3.285 47.679,
-3.255 47.667, -3.225 47.650, -3.212 47.643, -3.208 47.655, -3.212 47.672, -3.222 47.682,
-3.224 47.697, -3.219 47.708, -3.214 47.699, -3.204 47.690, -3.192 47.696, -3.184 47.712,
-3.187 47.730, -3.181 47.731, -3.176 47.716, -3.168 47.704, -3.155 47.708, -3.150 47.696,
-3.172 47.686, -3.196 47.677, -3.200 47.657, -3.203 47.642, -3.180 47.626, -3.150 47.610,
-3.130 47.590"""
EDGE = """-3.532 47.770, -3.545 47.785, -3.535 47.800, -3.540 47.815, -3.520 47.832, -3.495 47.828,
-3.480 47.835, -3.477 47.853, -3.458 47.868, -3.430 47.872, -3.410 47.888, -3.408 47.905,
-3.398 47.922, -3.402 47.945, -3.380 47.965, -3.350 47.968, -3.325 47.988, -3.290 47.996,
-3.255 48.001, -3.225 47.996, -3.205 48.014, -3.175 48.017, -3.150 48.004, -3.128 47.985,
-3.108 47.972, -3.112 47.950, -3.090 47.935, -3.088 47.912, -3.065 47.900, -3.070 47.880,
-3.058 47.860, -3.065 47.838, -3.090 47.825, -3.105 47.808, -3.140 47.800, -3.160 47.785,
-3.148 47.768, -3.140 47.748, -3.152 47.730, -3.160 47.716, -3.166 47.700, -3.195 47.684,
-3.205 47.670, -3.204 47.640, -3.26 47.60, -3.56 47.66"""
ISLAND = """-3.510 47.648, -3.492 47.653, -3.470 47.649, -3.447 47.646, -3.428 47.644,
-3.413 47.634, -3.420 47.622, -3.440 47.626, -3.460 47.625, -3.482 47.633, -3.503 47.638"""
RIVERS = (  # the Scorff and the Blavet, up from the tide
    "-3.355 47.758, -3.360 47.774, -3.376 47.790, -3.388 47.808, -3.400 47.832, -3.392 47.850",
    "-3.303 47.773, -3.292 47.787, -3.281 47.803, -3.266 47.818, -3.258 47.838, -3.230 47.862, "
    "-3.190 47.880, -3.150 47.893, -3.110 47.900",
)
WAVES = ((24, 470), (70, 540), (330, 600), (190, 628), (420, 636), (262, 575), (30, 610))


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees to drawing units; flat enough for forty kilometres."""
    return (longitude - WEST) * UNITS * cos(radians(47.8)), (NORTH - latitude) * UNITS


def bounds() -> list[list[float]]:
    """The south-west and north-east corners, in degrees (lat, lon)."""
    south, east = NORTH - HEIGHT / UNITS, WEST + WIDTH / (UNITS * cos(radians(47.8)))
    return [[round(south, 5), WEST], [NORTH, round(east, 5)]]


def points(text: str) -> list[tuple[float, float]]:
    return [project(*map(float, pair.split())) for pair in text.split(",")]


def rounded(line: list[tuple[float, float]], closed: bool = True) -> list[tuple[float, float]]:
    """One pass of corner cutting, so that the hand does not look like a ruler."""
    pairs = list(zip(line, line[1:] + line[:1] if closed else line[1:], strict=False))
    cut = []
    for (ax, ay), (bx, by) in pairs:
        cut += [(0.75 * ax + 0.25 * bx, 0.75 * ay + 0.25 * by)]
        cut += [(0.25 * ax + 0.75 * bx, 0.25 * ay + 0.75 * by)]
    return cut if closed else [line[0], *cut, line[-1]]


def path(shape, closed: str = "z") -> str:
    """SVG path data in whole units."""
    parts = getattr(shape, "geoms", [shape])
    rings = [part.exterior if hasattr(part, "exterior") else part for part in parts]
    return "".join(_ring(list(ring.coords), closed) for ring in rings)


def _ring(coordinates, closed: str) -> str:
    steps: list[tuple[int, int]] = []
    for x, y in coordinates:
        if not steps or steps[-1] != (round(x), round(y)):
            steps.append((round(x), round(y)))
    if closed and steps[0] == steps[-1]:
        steps.pop()
    return "M" + "L".join(f"{x} {y}" for x, y in steps) + closed


def spread(dots: dict[str, list[float]], apart: float = 38) -> None:
    """Pushes the dots of the dense roadstead apart, a little at a time."""
    home = {code: tuple(dot) for code, dot in dots.items()}
    for _ in range(400):
        for a, b in combinations(dots.values(), 2):
            dx, dy = b[0] - a[0], b[1] - a[1]
            gap = hypot(dx, dy) or 1
            if gap < apart:
                push = (apart - gap) / gap / 4
                a[0], a[1], b[0], b[1] = (
                    a[0] - dx * push,
                    a[1] - dy * push,
                    b[0] + dx * push,
                    b[1] + dy * push,
                )
        for code, dot in dots.items():
            for axis in (0, 1):
                dot[axis] += (home[code][axis] - dot[axis]) * 0.02


def label_places(dots, names) -> dict[str, list]:
    """Where each name stands (x, y, anchor): the least crowded side of its dot, long names first.

    A dot counts three times: a name may touch a name, but must not hide a number.
    """
    taken = 3 * [box(x - 15, y - 15, x + 15, y + 15) for x, y in dots.values()]
    placed = {}
    for code in sorted(dots, key=lambda code: -len(names[code])):
        best = min(_sides(dots[code], names[code]), key=lambda side: _crowd(side[0], taken))
        taken.append(best[0])
        placed[code] = best[1]
    return placed


def _sides(dot, name):
    x, y, half = *dot, len(name) * 3.7
    yield box(x - half, y - 30, x + half, y - 17), [round(x), round(y - 19), "middle"]
    yield box(x - half, y + 17, x + half, y + 30), [round(x), round(y + 28), "middle"]
    yield box(x + 17, y - 7, x + 17 + 2 * half, y + 7), [round(x + 19), round(y + 5), "start"]
    yield box(x - 17 - 2 * half, y - 7, x - 17, y + 7), [round(x - 19), round(y + 5), "end"]
    yield box(x - 2 * half, y + 13, x, y + 26), [round(x), round(y + 25), "end"]
    yield box(x, y + 13, x + 2 * half, y + 26), [round(x), round(y + 25), "start"]
    yield box(x - 2 * half, y - 27, x, y - 14), [round(x), round(y - 16), "end"]
    yield box(x, y - 27, x + 2 * half, y - 14), [round(x), round(y - 16), "start"]


def _crowd(label, taken) -> float:
    outside = label.area - label.intersection(box(4, 4, WIDTH - 4, HEIGHT - 4)).area
    return sum(label.intersection(other).area for other in taken) + 5 * outside


def cells_of(inland: dict[str, Point], ours: Polygon) -> dict[str, Polygon]:
    """Each commune has what lies nearer to its centre than to any other."""
    cells = list(voronoi_polygons(MultiPoint(list(inland.values())), extend_to=FRAME).geoms)
    return {
        code: cell.intersection(ours).simplify(0.6)
        for code, point in inland.items()
        for cell in cells
        if cell.contains(point)
    }


def draw() -> dict:
    territory = json.loads((TERRITORY / "territory.json").read_text("utf-8"))
    communes = {row["code"]: row for row in territory["communes"]}
    centres = {code: project(*row["centre"][::-1]) for code, row in communes.items()}
    coast = rounded(points(COAST), closed=False)
    mainland = Polygon([*coast, (WIDTH + 90, HEIGHT + 90), (WIDTH + 90, -90), (-90, -90)]).buffer(0)
    island = Polygon(rounded(points(ISLAND)))
    ours = mainland.intersection(Polygon(rounded(points(EDGE))).buffer(0))
    shore = unary_union([ours, island]).simplify(0.6)
    inland = {code: Point(xy) for code, xy in centres.items() if not communes[code].get("island")}
    shapes = cells_of(inland, ours)
    shapes |= {code: island for code in centres if code not in shapes}
    dots = {code: list(xy) for code, xy in centres.items()}
    spread(dots)
    labels = {
        language: label_places(dots, {code: communes[code]["names"][language] for code in dots})
        for language in territory["name"]
    }
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "bounds": bounds(),
        "around": path(mainland.intersection(FRAME).simplify(0.6)),
        "coast": path(shore),
        "rivers": "".join(path(LineString(rounded(points(r), closed=False)), "") for r in RIVERS),
        "waves": "".join(f"M{x} {y}q9-9 18 0t18 0" for x, y in WAVES),
        "sea": [300, 618],
        "cells": {
            code: {
                "d": path(shape),
                "dot": [round(n) for n in dots[code]],
                "labels": {language: labels[language][code] for language in labels},
                "major": code in MAJOR,
            }
            for code, shape in sorted(shapes.items())
        },
    }


if __name__ == "__main__":
    drawing = draw()
    target = TERRITORY / "map.json"
    text = json.dumps(drawing, ensure_ascii=False, separators=(",", ":"))
    target.write_text(text.replace('"5', '\n"5').replace('"cells"', '\n"cells"') + "\n", "utf-8")
    print(f"{target.name}: {target.stat().st_size} bytes, {len(drawing['cells'])} communes")
