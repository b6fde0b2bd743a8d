"""What a page owes to readers who change it: keyboard, spacing, large text, forced colours, by ear.

Each function gives its faults, a line each, as tests/browser.py's axe does. Criteria are those of
RGAA 4.1.2 (docs/accessibility.md).
"""

import re
from pathlib import Path

from playwright.sync_api import Page

SCRIPT = (Path(__file__).parent / "reading_settings.js").read_text("utf-8")
MOST_TABS = 15
NAMED = re.compile(
    r"^\s*- (link|button|textbox|searchbox|combobox|checkbox|radio|img)(:|\s*$)", re.M
)
LANDMARKS = ("banner", "main", "contentinfo", "navigation")


def keyboard_faults(page: Page) -> list[str]:
    """10.7 the focus is seen; 12.8 its order is that of reading; 12.9 nothing holds it."""
    page.keyboard.press("Tab")  # from here on, Chromium shows the focus as to a keyboard
    faults = _asked(page, "focus")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    places = []
    for _tab in range(MOST_TABS):
        page.keyboard.press("Tab")
        places.append(_asked(page, "place"))
    reached = [place for place in places if place >= 0]
    # A date is several fields for the keyboard, and one for us.
    if reached != sorted(reached) or len(set(reached)) < min(3, len(reached)):
        faults.append(f"the keyboard goes {places}")
    return faults


def spacing_faults(page: Page) -> list[str]:
    """10.12 lines, words and letters further apart, on a screen of 320 px: no text is lost."""
    page.set_viewport_size({"width": 320, "height": 800})
    return _asked(page, "spaced")


def large_text_faults(page: Page) -> list[str]:
    """10.4 text twice as large, on a screen of 1280 px."""
    page.set_viewport_size({"width": 1280, "height": 800})
    return _asked(page, "enlarged")


def forced_colour_faults(page: Page) -> list[str]:
    """10.5, 3.2 with the colours of the system, a control still has its border."""
    page.emulate_media(forced_colors="active")
    faults = _asked(page, "bordered")
    page.emulate_media(forced_colors="none")
    return faults


def heard_faults(page: Page) -> list[str]:
    """12.6 landmarks; 6.2, 7.1, 11.1 whatever acts has a name; 5.4, 5.6 tables are titled; 13.2."""
    heard = page.locator("body").aria_snapshot()
    faults = [f"without a name: {found.group()}" for found in NAMED.finditer(heard)]
    faults += [f"no {name}" for name in LANDMARKS if not re.search(rf"- {name}\b", heard)]
    return faults + _asked(page, "marked")


def _asked(page: Page, question: str):
    return page.evaluate(f"({SCRIPT})()['{question}']()")
