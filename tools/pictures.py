"""Takes the pictures of README.md and docs/guides.md from a running demonstration site.

make run            # in another window
.venv/bin/python -m tools.pictures http://127.0.0.1:8000
"""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser import ARGUMENTS, find_chromium

PICTURES = Path(__file__).resolve().parent.parent / "docs/img"
FIRST = {"home": "/fr/", "guide": "/fr/guides/faux-sms-colis/"}  # README.md
GUIDES = {
    "sms": ("/fr/guides/faux-sms-colis/", "/br/sturlevriou/sms-faos-ar-pakad/"),
    "passwords": ("/fr/guides/mots-de-passe/", "/br/sturlevriou/geriou-tremen/"),
    "websites": ("/fr/guides/faux-sites/", "/br/sturlevriou/lechiennou-faos/"),
}
WIDTHS = {1280: (640, 720), 360: (320, 1500)}  # viewport: width and height of each picture
GAP = 12


def main(site: str) -> None:
    (PICTURES / "guides").mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
        for name, address in FIRST.items():
            picture = shot(browser, site + address, 1280, (1280, 1000), "light")
            picture.quantize(128).save(PICTURES / f"{name}.png", optimize=True)
        for name, addresses in GUIDES.items():
            for width, size in WIDTHS.items():
                shots = [
                    shot(browser, site + address, width, size, scheme)
                    for address in addresses
                    for scheme in ("light", "dark")
                ]
                side_by_side(shots).save(PICTURES / "guides" / f"{name}-{width}.webp", quality=60)
        browser.close()


def shot(browser, address: str, width: int, size: tuple[int, int], scheme: str) -> Image.Image:
    """The top of a page, scaled down."""
    height = size[1] * width // size[0]
    page: Page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    page.goto(address, wait_until="networkidle")
    picture = Image.open(io.BytesIO(page.screenshot()))
    page.close()
    return picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)


def side_by_side(shots: list[Image.Image]) -> Image.Image:
    """French light, French dark, Breton light, Breton dark: two by two when wide, else in a row."""
    width, height = shots[0].size
    columns = 2 if width > height * 0.6 else len(shots)
    rows = len(shots) // columns
    size = (columns * (width + GAP) - GAP, rows * (height + GAP) - GAP)
    sheet = Image.new("RGB", size, "#777")
    for number, picture in enumerate(shots):
        sheet.paste(picture, (number % columns * (width + GAP), number // columns * (height + GAP)))
    return sheet


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
