"""From the short notation of the demonstration files to the values of StreamFields.

characters = ["jeanne phone worried", "yann idle wary"]
bubbles = ["jeanne (thought): 1,99 €…", "yann: Attends !"]
"""

import re
from typing import Any

from wagtail.blocks import StreamValue

from guides.models import EmergencyPage, GuidePage, GuidePath

BUBBLE = re.compile(r"(?P<who>\w+)(?: \((?P<kind>\w+)\))?: (?P<text>.+)")
SCREEN = {
    "narration": "",
    "tone": "calm",
    "title": "",
    "message": "",
    "spoken_in": "",
    "clues": [],
}
SERVICE = {"about": "", "url": "", "phone": ""}


def guide(written: dict, theme: Any, **_surroundings: Any) -> dict:
    """The fields of a GuidePage."""
    strip = [
        _frame(square) if "scene" in square else _screen(square) for square in written["strip"]
    ]
    services = [("service", SERVICE | service) for service in written.get("links", [])]
    return {
        **_about(written, theme),
        "cover": written["cover"],
        "strip": _stream(GuidePage, "strip", strip),
        "key_points": _stream(
            GuidePage, "key_points", [("point", point) for point in written["key_points"]]
        ),
        "if_trouble": _stream(
            GuidePage, "if_trouble", [("case", case) for case in written.get("if_trouble", [])]
        ),
        "links": _stream(GuidePage, "links", services),
        "quiz": _stream(GuidePage, "quiz", list(map(_question, written.get("quiz", [])))),
    }


def emergency(written: dict, **_surroundings: Any) -> dict:
    """The fields of an EmergencyPage."""
    situations = [
        (
            "situation",
            {
                "title": situation["title"],
                **_character(situation["character"]),
                "steps": situation["steps"],
                "numbers": [SERVICE | number for number in situation["numbers"]],
            },
        )
        for situation in written["situations"]
    ]
    return {
        "title": written["title"],
        "introduction": written["summary"],
        "situations": _stream(EmergencyPage, "situations", situations),
    }


def path(written: dict, theme: Any, parent: Any) -> dict:
    """The fields of a GuidePath; its guides stand already."""
    steps = []
    for step in written["steps"]:
        if "guide" in step:
            page = GuidePage.objects.child_of(parent).get(slug=step["guide"])
            steps.append(("guide", {"guide": page, "why": step.get("why", "")}))
        else:
            steps.append(("workshops", {"theme": "", "level": "any", **step}))
    return {**_about(written, theme), "steps": _stream(GuidePath, "steps", steps)}


def _about(written: dict, theme: Any) -> dict:
    return {
        "title": written["title"],
        "introduction": written["summary"],
        "theme": theme,
        "level": written["level"],
    }


def _frame(square: dict) -> tuple[str, dict]:
    characters = [_character(words) | {"facing": ""} for words in square["characters"]]
    people = [character["who"] for character in characters]
    return "frame", {
        "scene": square["scene"],
        "narration": square.get("narration", ""),
        "characters": characters,
        "bubbles": [_bubble(words, people) for words in square["bubbles"]],
        "description": "",
    }


def _character(words: str) -> dict:
    who, pose, mood = words.split()
    return {"who": who, "pose": pose, "mood": mood}


def _bubble(words: str, people: list[str]) -> dict:
    said = BUBBLE.fullmatch(words)
    speaker = str(people.index(said["who"]) + 1) if said["who"] in people else "off"
    return {"speaker": speaker, "kind": said["kind"] or "speech", "text": said["text"]}


def _screen(square: dict) -> tuple[str, dict]:
    return "screen", {**SCREEN, **square}


def _question(asked: dict) -> tuple[str, dict]:
    answers = [dict(zip(("text", "right", "because"), a, strict=True)) for a in asked["answers"]]
    return "question", {
        "scene": asked["scene"],
        **_character(asked["character"]),
        "text": asked["text"],
        "answers": answers,
    }


def _stream(model, field: str, values: list[tuple[str, Any]]) -> StreamValue:
    """The value of a StreamField; its lists get item ids, or nobody could translate them."""
    block = model._meta.get_field(field).stream_block
    return StreamValue(
        block, [(kind, block.child_blocks[kind].normalize(value)) for kind, value in values]
    )
