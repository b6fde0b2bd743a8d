"""The pictures of a whole strip in one file, where each part is drawn once and only recoloured.

Frame n is shown by `<img src="….svg#n">`: half the weight of separate files, one request for all.
"""

from collections.abc import Iterable
from functools import lru_cache

from guides.art.drawing import (
    BEARD,
    FACE,
    FIXED,
    GLASSES,
    HEIGHT,
    SLOTS,
    WIDTH,
    dressed,
    place,
)
from guides.art.library import library
from guides.art.spec import Figure, FrameSpec

MOST_FRAMES = 16
PAINT = "".join(f".{role}{{fill:{colour}}}" for role, colour in FIXED.items()) + "".join(
    f".{role}{{fill:var(--{role})}}" for role in ("skin", "hair", "hat", "cloth", "trousers")
)


@lru_cache(256)
def sheet_svg(specs: tuple[FrameSpec, ...]) -> bytes:
    """The frames one below the other, each a view named by its number from 1."""
    known = [spec.known() for spec in specs[:MOST_FRAMES]]
    views, frames = [], []
    for number, spec in enumerate(known):
        top = number * HEIGHT
        views.append(f'<view id="{number + 1}" viewBox="0 {top} {WIDTH} {HEIGHT}"/>')
        frames.append(f'<svg y="{top}" width="{WIDTH}" height="{HEIGHT}">{_frame(spec)}</svg>')
    head = f'viewBox="0 0 {WIDTH} {HEIGHT * len(known)}" width="{WIDTH}" height="{HEIGHT}"'
    body = f"<style>{PAINT}</style>{''.join(views)}<defs>{_parts(known)}</defs>{''.join(frames)}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{body}</svg>'.encode()


def _parts(specs: Iterable[FrameSpec]) -> str:
    """Every part and place these frames need, once."""
    wanted = {}
    for spec in specs:
        wanted[f"scene-{spec.scene}"] = _scene(spec.scene)
        for figure in spec.figures:
            for kind, name in _pieces(figure):
                wanted[f"{kind}-{name}"] = "".join(
                    f'<path class="{role}"{rest}' for role, rest in library().parts[kind][name]
                )
    return "".join(f'<g id="{key}">{shapes}</g>' for key, shapes in wanted.items())


def _scene(name: str) -> str:
    wall = f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{library().scenes[name].wall}"/>'
    return wall + library().scenes[name].back


def _pieces(figure: Figure) -> list[tuple[str, str]]:
    character = library().cast[figure.who]
    pieces = [
        ("pose", dressed(figure, character)),
        ("hair", character.hair),
        ("face", figure.mood),
        ("beard", character.beard),
        ("glasses", character.glasses),
    ]
    return [(kind, name) for kind, name in pieces if name]


def _frame(spec: FrameSpec) -> str:
    slots = SLOTS.get(len(spec.figures), ())
    people = "".join(
        _person(figure, place(figure, x, len(slots)))
        for figure, x in zip(spec.figures, slots, strict=True)
    )
    return f'<use href="#scene-{spec.scene}"/>{people}{library().scenes[spec.scene].front}'


def _colours(figure: Figure) -> str:
    colours = library().cast[figure.who].colours
    return ";".join(f"--{role}:{colour}" for role, colour in colours.items())


def _person(figure: Figure, transform: str) -> str:
    offsets = {"face": FACE, "beard": BEARD, "glasses": GLASSES}
    (_pose, pose), *head = _pieces(figure)
    uses = "".join(
        f'<use href="#{kind}-{name}"{_offset(offsets.get(kind, ""))}/>' for kind, name in head
    )
    drawn = f'<use href="#pose-{pose}"/><g transform="translate(112.5)">{uses}</g>'
    return f'<g style="{_colours(figure)}" transform="{transform}">{drawn}</g>'


def _offset(position: str) -> str:
    if not position:
        return ""
    x, y = position.split()
    return f' x="{x}" y="{y}"'
