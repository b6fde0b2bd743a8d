"""From what an editor chose to what a page, a voice and a printer need: no template decides."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from guides.art import Figure, FrameSpec, says
from guides.art.spec import Side

MOST_FIGURES = 3
MARKED = re.compile(r"\*\[([^]*\n]+)\]\*|\*([^*\n]+)\*|\[([^]\n]+)\]")


@dataclass(frozen=True)
class Speech:
    """One bubble: who says it in words (« Jeanne dit »), where it hangs, how its tail goes.

    `tail` is "", "short" or "long": only the first bubble of a person has one, and it is long when
    other bubbles hang below it.
    """

    label: str
    text: str
    kind: str
    side: Side
    tail: str
    who: str


@dataclass(frozen=True)
class Run:
    """A piece of an on-screen message; `clue` numbers a suspect part, `link` looks like a link."""

    text: str
    clue: int = 0
    link: bool = False


def frame_spec(scene: str, characters: Sequence[Mapping[str, Any]]) -> FrameSpec:
    """The drawing of a frame; whoever stands on the right looks left unless told otherwise."""
    kept = list(characters)[:MOST_FIGURES]
    bare = FrameSpec(scene, tuple(Figure(c["who"]) for c in kept))
    figures = (
        Figure(c["who"], c["pose"], c["mood"], _facing(c.get("facing", ""), side))
        for c, side in zip(kept, bare.sides, strict=True)
    )
    return FrameSpec(scene, tuple(figures)).known()


def _facing(chosen: str, side: Side) -> Any:
    if chosen in ("l", "r"):
        return chosen
    return "l" if side == "right" else "r"


def speeches(spec: FrameSpec, bubbles: Sequence[Mapping[str, Any]], language: str) -> list[Speech]:
    """The bubbles of a frame in reading order; `speaker` is "1", "2", "3" or "off"."""
    return list(_speeches(spec, bubbles, language))


def _speeches(
    spec: FrameSpec, bubbles: Sequence[Mapping[str, Any]], language: str
) -> Iterator[Speech]:
    spoken = set()
    for place, bubble in enumerate(bubbles, start=1):
        index = _index(bubble["speaker"], spec)
        voice = (index, bubble["kind"] == "thought")
        who = "off" if index is None else spec.figures[index].who
        tail = "" if index is None or voice in spoken else "short"
        if tail and place < len(bubbles):
            tail = "long"
        spoken.add(voice)
        yield Speech(
            label=says(who, bubble["kind"], language),
            text=bubble["text"],
            kind=bubble["kind"],
            side="centre" if index is None else spec.sides[index],
            tail=tail,
            who=who,
        )


def _index(speaker: str, spec: FrameSpec) -> int | None:
    """Which figure speaks; None for a voice from outside, or for someone taken away since."""
    index = int(speaker) - 1 if str(speaker).isdecimal() else -1
    return index if 0 <= index < len(spec.figures) else None


def screen_lines(message: str) -> list[list[Run]]:
    """A message line by line: `*suspect part*`, `[looks like a link]`, `*[both]*`."""
    lines, clue = [], 0
    for line in message.strip().splitlines():
        runs, end = [], 0
        for found in MARKED.finditer(line):
            both, suspect, link = found.groups()
            clue += bool(both or suspect)
            runs.append(Run(line[end : found.start()]))
            runs.append(Run(both or suspect or link, 0 if link else clue, not suspect))
            end = found.end()
        lines.append([run for run in [*runs, Run(line[end:])] if run.text])
    return lines


def plain_message(message: str) -> str:
    """The message as it is heard, without its marks."""
    return "\n".join("".join(run.text for run in line) for line in screen_lines(message))
