"""Assembles a picture from the library: pure text, a few hundredths of a millisecond."""

from collections.abc import Collection
from functools import lru_cache

from guides.art.library import Character, Part, library
from guides.art.spec import FULL_LENGTH, Figure, FrameSpec

WIDTH, HEIGHT = 400, 300
SLOTS = {1: (200,), 2: (104, 296), 3: (74, 200, 326)}
# Parts are drawn in a box of 425 x 600 whose head and chest meet at (220, 250).
MIDDLE, FOOT = 220, 575
FIXED = {"ink": "#1d1b2e", "white": "#fffdf7", "prop": "#e6ebf2", "metal": "#9aa5b8"}
HEAD = '<g transform="translate(112.5)">{}</g>'
FACE, BEARD, GLASSES = "79.5 93", "61.5 169", "23.5 120.5"
CROPS = {
    "who": "60 0 330 330",
    "mood": "108 20 250 250",
    "pose": "-60 -10 560 620",
    "wheelchair": "-140 0 1000 1100",
    "full": "-200 0 1100 1480",
    "scene": "0 0 400 300",
}


@lru_cache(512)
def frame_svg(spec: FrameSpec) -> bytes:
    """The picture of a frame, 400 x 300 units; parts the library lost fall back."""
    spec = spec.known()
    scene = library().scenes[spec.scene]
    people = "".join(
        f'<g transform="{place(figure, slot, len(spec.figures))}">{person(figure)}</g>'
        for figure, slot in zip(spec.figures, SLOTS.get(len(spec.figures), ()), strict=True)
    )
    wall = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{scene.wall}"/>'
    return _svg(f"0 0 {WIDTH} {HEIGHT}", wall + scene.back + people + scene.front)


def thumbnail_svg(kind: str, key: str) -> bytes:
    """A small picture of one choice: kind is who, pose, mood or scene. KeyError if unknown."""
    if kind == "scene":
        return frame_svg(FrameSpec(_known(library().scenes, key)))
    if kind == "who":
        return _svg(CROPS["who"], person(Figure(_known(library().cast, key))))
    if kind == "mood":
        face = _known(library().parts["face"], key)
        return _svg(CROPS["mood"], person(Figure("gwen", "idle", face)))
    pose = _known(library().parts["pose"], key)
    crop = pose if pose in CROPS else "full" if pose in FULL_LENGTH else "pose"
    return _svg(CROPS[crop], person(Figure("minh", pose)))


def head_top(figure: Figure, count: int) -> float:
    """How high above the bottom the hair starts, from 0 (top of the picture) to 1."""
    _, top = _scale(figure, count)
    return max(0.0, (top + 12) / HEIGHT)


def person(figure: Figure) -> str:
    """One person of the cast, with gesture and face, in the box of the parts."""
    parts, character = library().parts, library().cast[figure.who]
    colours = FIXED | {"hat": "#888888"} | character.colours
    head = _shapes(parts["hair"][character.hair], colours)
    head += _at(FACE, _shapes(parts["face"][figure.mood], colours))
    if character.beard:
        head += _at(BEARD, _shapes(parts["beard"][character.beard], colours))
    if character.glasses:
        head += _at(GLASSES, _shapes(parts["glasses"][character.glasses], colours))
    return _shapes(parts["pose"][dressed(figure, character)], colours) + HEAD.format(head)


def dressed(figure: Figure, character: Character) -> str:
    variant = f"{figure.pose}-{character.outfit}"
    return variant if variant in library().parts["pose"] else figure.pose


def _shapes(part: Part, colours: dict[str, str]) -> str:
    return "".join(f'<path fill="{colours[role]}"{rest}' for role, rest in part)


def _at(offset: str, shapes: str) -> str:
    return f'<g transform="translate({offset})">{shapes}</g>'


def _scale(figure: Figure, count: int) -> tuple[float, float]:
    """Scale of a figure, and the height of the top of its box."""
    scale = 0.46 if count < 3 else 0.40
    top = HEIGHT - FOOT * scale + library().cast[figure.who].lift
    if figure.pose in FULL_LENGTH:
        scale = 0.345 if figure.pose == "wheelchair" else 0.39
    return scale, top


def place(figure: Figure, x: int, count: int) -> str:
    scale, top = _scale(figure, count)
    across = -scale if figure.facing == "l" else scale
    return f"translate({x - MIDDLE * across:.0f} {top:.0f}) scale({across:.3f} {scale:.3f})"


def _known(choices: Collection[str], key: str) -> str:
    if key not in choices:
        raise KeyError(key)
    return key


def _svg(box: str, shapes: str) -> bytes:
    width, height = box.split()[2:]
    size = f'viewBox="{box}" width="{width}" height="{height}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{shapes}</svg>'.encode()
