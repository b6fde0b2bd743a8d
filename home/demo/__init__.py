"""The words of the home page, the pages that inform and the story, in both languages."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

from wagtail.models import Page

from home.demo.pages import load_pages
from home.demo.story import load_story
from home.models import HomePage
from portal.translation.twin import pairs, twin

WORDS = Path(__file__).parent / "pages.toml"
FIELDS = {
    "welcome": "welcome",
    "promise": "promise",
    "scene": "scene",
    "quote": "story_quote",
    "quote_source": "story_quote_source",
}


def load(
    home_pages: Mapping[str, HomePage],
    editions: Mapping[str, Page] | None = None,
    invented: bool = True,
) -> None:
    """`home_pages` by language; `editions` by slug are linked from the story. Safe to run again."""
    home = home_pages["fr"]
    load_home(home)
    load_pages(home, invented)
    load_story(home, editions or {})


def load_home(home: HomePage) -> None:
    """The words of the two home pages, once: what an editor has written stays."""
    if home.welcome:
        return
    words = tomllib.loads(WORDS.read_text("utf-8"))["home"]
    for field, name in FIELDS.items():
        setattr(home, field, words[name]["fr"])
    home.save_revision().publish()
    breton = home.get_translations().filter(locale__language_code="br").first()
    slugs = {home.slug: breton.slug if breton else f"{home.slug}-br"}
    twin(home, pairs(words) | slugs)
