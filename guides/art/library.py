"""Reads the drawing library once: the SVG sources of parts and scenes, and the cast."""

import hashlib
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
KINDS = ("pose", "hair", "face", "beard", "glasses")
PATH = re.compile(
    r'<path class="([a-z]+)" fill="#[0-9a-f]+"((?: fill-rule="evenodd")? d="[^"]+"/>)'
)
WALL = re.compile(r'<rect id="wall"[^>]* fill="(#[0-9a-f]{6})"')
LAYER = r'<g id="{}">(.*?)</g>\s*(?:<g id="front">|</svg>)'

# A part is a list of shapes, each the role that colours it and the rest of its <path>.
Part = list[tuple[str, str]]


@dataclass(frozen=True)
class Character:
    """One person of the cast; the colours go by role (skin, hair, hat, cloth, trousers)."""

    gender: str
    hair: str
    colours: dict[str, str]
    beard: str = ""
    glasses: str = ""
    outfit: str = ""
    lift: int = 0
    hidden: bool = False


@dataclass(frozen=True)
class Scene:
    """A place: the colour of its wall, what stands behind the people, what stands before them."""

    wall: str
    back: str
    front: str


@dataclass(frozen=True)
class Library:
    parts: dict[str, dict[str, Part]]
    scenes: dict[str, Scene]
    cast: dict[str, Character]

    @property
    def people(self) -> list[str]:
        """The characters an editor may choose."""
        return [who for who, character in self.cast.items() if not character.hidden]


@cache
def library() -> Library:
    """The whole library, about 60 small files."""
    parts = {kind: {p.stem: _part(p) for p in _sources(f"parts/{kind}")} for kind in KINDS}
    scenes = {path.stem: _scene(path.read_text()) for path in _sources("scenes")}
    cast = tomllib.loads((HERE / "cast.toml").read_text())
    return Library(parts, scenes, {who: Character(**fields) for who, fields in cast.items()})


def _sources(folder: str) -> list[Path]:
    return sorted((HERE / folder).glob("*.svg"))


def _part(path: Path) -> Part:
    return PATH.findall(path.read_text())


def _scene(text: str) -> Scene:
    wall = WALL.search(text)
    back, front = (re.search(LAYER.format(layer), text, re.S) for layer in ("back", "front"))
    if not (wall and back and front):
        raise ValueError("a scene needs a wall, a back and a front")
    return Scene(wall[1], *(layer[1].replace("\n", "") for layer in (back, front)))


def _version() -> str:
    digest = hashlib.sha256()
    for path in sorted([*HERE.rglob("*.svg"), HERE / "cast.toml", *HERE.glob("*.py")]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


# In the address of every drawing: a corrected drawing has a new address.
LIBRARY_VERSION = _version()
