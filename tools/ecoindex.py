"""EcoIndex: where a page stands among others by its elements, its requests and its weight.

The limits are the twentieths published by the collective Conception numérique responsable
(github.com/cnumr/ecoindex_reference); 100 is the lightest, A is above 80.
"""

from bisect import bisect_right

ELEMENTS = (
    0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801,
    2479, 594601,
)  # fmt: skip
REQUESTS = (
    0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920,
)  # fmt: skip
KILOBYTES = (
    0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27,
    1876.08, 2142.06, 2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26,
)  # fmt: skip
# What the browser counts: everything but the insides of drawings.
ELEMENTS_OF_A_PAGE = (
    "document.querySelectorAll('*').length - document.querySelectorAll('svg *').length"
)
GRADES = ((80, "A"), (70, "B"), (55, "C"), (40, "D"), (25, "E"), (10, "F"))


def score(elements: int, requests: int, kilobytes: float) -> int:
    """0 to 100."""
    heavy = 3 * _rank(ELEMENTS, elements) + 2 * _rank(REQUESTS, requests)
    return round(100 - 5 * (heavy + _rank(KILOBYTES, kilobytes)) / 6)


def grade(points: int) -> str:
    return next((letter for limit, letter in GRADES if points > limit), "G")


def _rank(limits: tuple[float, ...], value: float) -> float:
    """How many twentieths of all pages are lighter."""
    place = min(bisect_right(limits, value), len(limits) - 1)
    below, above = limits[place - 1], limits[place]
    return place - 1 + (value - below) / (above - below)
