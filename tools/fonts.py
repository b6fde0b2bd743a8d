"""Cuts the web fonts out of the printed ones: French and Breton letters only, woff2.

Run once, by hand, when the letters change (needs `pip install fonttools brotli`):
    python tools/fonts.py
Sources and licences (SIL OFL 1.1): portal/print/fonts/.
"""

from pathlib import Path

from fontTools import subset

ROOT = Path(__file__).resolve().parent.parent
SOURCES, WEB = ROOT / "portal/print/fonts", ROOT / "static/fonts"
FACES = {
    "comic-neue-700": "comic-neue-700.ttf",
    "atkinson-400": "atkinson-hyperlegible-next-400.ttf",
    "atkinson-700": "atkinson-hyperlegible-next-700.ttf",
}
LETTERS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÀÂÄÇÈÉÊËÎÏÑÔÖÙÛÜàâäæçèéêëîïñôöùûüŒœ"
    + "©«°·»×½²–—‘’“”•…›€−\u00a0\u00ad\u202f\u2011"
)


def cut(name: str, source: Path) -> Path:
    """Writes static/fonts/<name>.woff2 and gives its path.

    Titles keep their kerning; in running text it is not seen, and weighs a fifth of the font.
    """
    features = ["kern"] if name.startswith("comic") else ["tnum"]
    options = subset.Options(flavor="woff2", layout_features=features, hinting=False)
    options.name_IDs = [0, 13, 14]  # the licence travels with the font
    font = subset.load_font(str(source), options)
    letters = subset.Subsetter(options)
    letters.populate(text=LETTERS)
    letters.subset(font)
    target = WEB / f"{name}.woff2"
    subset.save_font(font, str(target), options)
    return target


if __name__ == "__main__":
    for name, source in FACES.items():
        path = cut(name, SOURCES / source)
        print(f"{path.name}: {path.stat().st_size} bytes")
