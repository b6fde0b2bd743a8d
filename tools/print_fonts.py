"""Makes the fonts of the printed pages: one TTF a face, French and Breton complete, open zero.

Typst reads no WOFF2 and picks one file per family and weight, so the subsets published on npm are
merged. Run it again only when a face changes:

    npm install @fontsource/atkinson-hyperlegible-next @fontsource/comic-neue
    python -m venv fonts && fonts/bin/pip install fonttools brotli
    fonts/bin/python tools/print_fonts.py node_modules portal/print/fonts
"""

import shutil
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.reverseContourPen import ReverseContourPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

BODY = "atkinson-hyperlegible-next"
COMIC = "comic-neue"
FACES = [
    (BODY, "400", ("latin", "latin-ext")),
    (BODY, "700", ("latin", "latin-ext")),
    (BODY, "800", ("latin", "latin-ext")),
    (COMIC, "700", ("latin",)),
]
NARROW_SPACE, BREAK_CHANCE = 0x202F, 0x200B


def main(npm: Path, target: Path) -> None:
    bodies = []
    for family, weight, subsets in FACES:
        font = merged([_subset(npm, family, subset, weight) for subset in subsets])
        add_spaces(font)
        if family == BODY:
            for name in ("zero", "zero.tf"):
                open_zero(font, name)
            bodies.append(set(font.getBestCmap()))
        font.save(target / f"{family}-{weight}.ttf")
    for family in (BODY, COMIC):
        shutil.copy(npm / "@fontsource" / family / "LICENSE", target / f"OFL-{family}.txt")
    printable = set.intersection(*bodies)
    glyphs = "".join(chr(code) for code in sorted(printable) if code >= 0x20)
    (target / "glyphs.txt").write_text(glyphs, encoding="utf-8")


def _subset(npm: Path, family: str, subset: str, weight: str) -> Path:
    files = npm / "@fontsource" / family / "files"
    return files / f"{family}-{subset}-{weight}-normal.woff2"


def merged(subsets: list[Path]) -> TTFont:
    """One font from its subsets; the merger reads files, so they are unpacked first."""
    with tempfile.TemporaryDirectory() as folder:
        unpacked = []
        for subset in subsets:
            font = TTFont(subset)
            font.flavor = None
            unpacked.append(f"{folder}/{subset.stem}.ttf")
            font.save(unpacked[-1])
        font = Merger().merge(unpacked) if len(unpacked) > 1 else TTFont(unpacked[0])
        font.ensureDecompiled()
        return font


def add_spaces(font: TTFont) -> None:
    """The no-break signs French needs, and the invisible break chance of very long words."""
    cmap = font.getBestCmap()
    space = font["hmtx"][cmap[0x20]][0]
    for code, twin in {0x00A0: 0x20, 0x2011: 0x2D, 0x2010: 0x2D}.items():
        if code not in cmap:
            _map(font, code, cmap[twin])
    for code, width in {NARROW_SPACE: space // 2, BREAK_CHANCE: 0}.items():
        if code not in cmap:
            name = f"uni{code:04X}"
            font.setGlyphOrder([*font.getGlyphOrder(), name])
            font["glyf"].glyphs[name] = Glyph()
            font["glyf"].glyphOrder = font.getGlyphOrder()
            font["hmtx"][name] = (width, 0)
            font["maxp"].numGlyphs += 1
            _map(font, code, name)


def _map(font: TTFont, code: int, name: str) -> None:
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def open_zero(font: TTFont, name: str) -> None:
    """Redraws the slashed zero as an open ring: « 1Ø h » disturbs readers of a programme."""
    if name not in font.getGlyphOrder():
        return
    outline = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(outline)
    contours = _contours(outline.value)
    outer = max(contours, key=lambda points: _box(points)[2] - _box(points)[0])
    inner = _box([point for contour in contours if contour is not outer for point in contour])
    pen = TTGlyphPen(None)
    replay = _replayable(outline.value, contours.index(outer))
    replay(pen)
    replay(TransformPen(ReverseContourPen(pen), _fit(_box(outer), inner)))
    font["glyf"][name] = pen.glyph()


def _contours(commands) -> list[list[tuple[float, float]]]:
    contours = []
    for command, points in commands:
        if command == "moveTo":
            contours.append([])
        contours[-1].extend(point for point in points if point)
    return contours


def _replayable(commands, index: int):
    starts = [i for i, (command, _) in enumerate(commands) if command == "moveTo"]
    end = [*starts, len(commands)][index + 1]

    def replay(pen):
        for command, points in commands[starts[index] : end]:
            getattr(pen, command)(*points)

    return replay


def _box(points) -> tuple[float, float, float, float]:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _fit(source, target) -> tuple[float, float, float, float, float, float]:
    """The affine map that lays one box upon another."""
    x = (target[2] - target[0]) / (source[2] - source[0])
    y = (target[3] - target[1]) / (source[3] - source[1])
    return x, 0, 0, y, target[0] - source[0] * x, target[1] - source[1] * y


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
