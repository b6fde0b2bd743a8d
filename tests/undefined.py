"""Makes a variable that a template of ours names, and nobody gave it, fail the test."""

import sys
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


class Undefined(str):
    """Django asks whether it is true and holds "%s", then formats it with the variable's name."""

    def __bool__(self):
        return True

    def __contains__(self, text):
        return text == "%s"

    def __mod__(self, variable):
        origin = _origin_of_the_node()
        if origin.startswith(str(TEMPLATES)):
            pytest.fail(f"undefined variable « {variable} » in {origin}")
        return ""


def _origin_of_the_node() -> str:
    frame = sys._getframe(2)
    while frame:
        node = frame.f_locals.get("self")
        if (origin := getattr(node, "origin", None)) is not None:
            return str(origin)
        frame = frame.f_back
    return ""
