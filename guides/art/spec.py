"""What a frame shows, written as one short word that is also its address."""

import re
from dataclasses import dataclass, replace
from typing import Literal, Self

from guides.art.library import library

FIGURE = r"[a-z]+\.[a-z-]+\.[a-z]+\.[lr]"
PATTERN = rf"[a-z-]{{1,30}}(?:~{FIGURE}){{0,3}}"
LONGEST = 200
FULL_LENGTH = {"standing", "standing-points", "walking", "wheelchair"}

Facing = Literal["l", "r"]
Side = Literal["left", "centre", "right"]
SIDES: tuple[tuple[Side, ...], ...] = (
    (),
    ("centre",),
    ("left", "right"),
    ("left", "centre", "right"),
)


@dataclass(frozen=True)
class Figure:
    """One person in a frame: who, what they do, how they feel, where they look."""

    who: str
    pose: str = "idle"
    mood: str = "happy"
    facing: Facing = "r"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads one figure of a text that fits the pattern."""
        who, pose, mood, facing = text.split(".")
        return cls(who, pose, mood, "l" if facing == "l" else "r")

    def __str__(self) -> str:
        return f"{self.who}.{self.pose}.{self.mood}.{self.facing}"

    def known(self) -> Self:
        """The same person with what the library lost replaced by what still reads."""
        cast, parts = library().cast, library().parts
        return replace(
            self,
            who=self.who if self.who in cast else "someone",
            pose=self.pose if self.pose in parts["pose"] else "idle",
            mood=self.mood if self.mood in parts["face"] else "neutral",
        )


@dataclass(frozen=True)
class FrameSpec:
    """A scene and up to three figures, from left to right."""

    scene: str
    figures: tuple[Figure, ...] = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Reads `str(spec)` back; raises ValueError for anything else."""
        if len(text) > LONGEST or not re.fullmatch(PATTERN, text, re.ASCII):
            raise ValueError(f"not a frame: {text[:40]!r}")
        scene, *figures = text.split("~")
        return cls(scene, tuple(map(Figure.parse, figures)))

    def __str__(self) -> str:
        return "~".join([self.scene, *map(str, self.figures)])

    def known(self) -> Self:
        """What the library of today can draw of it."""
        scene = self.scene if self.scene in library().scenes else "plain"
        return replace(self, scene=scene, figures=tuple(f.known() for f in self.figures[:3]))

    @property
    def sides(self) -> tuple[Side, ...]:
        """Where each figure stands."""
        return SIDES[len(self.figures)]
