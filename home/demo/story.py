"""Tells the territory's story from home/demo/story.toml, in both languages."""

import tomllib
from pathlib import Path
from typing import Any

from django.utils.html import format_html_join
from wagtail.models import Page

from guides.models import GuidePage
from home.models import TerritoryStoryPage
from portal.translation.twin import pairs, paragraphs, twin

STORY = Path(__file__).parent / "story.toml"


def load_story(home: Page, editions: dict[str, Page]) -> TerritoryStoryPage:
    """The story page under a French home page; `editions` are linked from the timeline."""
    data = tomllib.loads(STORY.read_text("utf-8"))
    if found := TerritoryStoryPage.objects.child_of(home).first():
        return found
    page = TerritoryStoryPage(title=data["title"]["fr"], slug="territoire")
    page.introduction = data["introduction"]["fr"]
    page.search_description = data["short"]["fr"]
    page.chapters = _blocks(data, editions)
    home.add_child(instance=page)
    page.save_revision().publish()
    words = pairs(data) | {"territoire": "tiriad"} | _untranslated(data)
    twin(page, words)
    return page


def _untranslated(data: dict[str, Any]) -> dict[str, str]:
    """Names of documents and numbers are the same in both languages."""
    same = [source["name"] for source in data["sources"].values() if "name" in source]
    same += [source["note"] for source in data["sources"].values() if "note" in source]
    for chapter in data["chapters"]:
        same += [figure["value"] for figure in chapter.get("figures", [])]
    return {text: text for text in same}


def _blocks(data, editions) -> list[tuple[str, Any]]:
    names = {key: source["short"]["fr"] for key, source in data["sources"].items()}
    blocks = []
    for chapter in data["chapters"]:
        blocks += _chapter(chapter, names)
        if chapter.get("map"):
            blocks.append(("map", {"caption": chapter["title"]["fr"]}))
        if chapter.get("timeline"):
            blocks.append(("timeline", _timeline(data["timeline"], names, editions)))
        if chapter.get("proposals"):
            blocks.append(("proposals", _proposals(data["proposals"], names)))
        if chapter.get("sources"):
            blocks.append(("documents", _documents(data["sources"])))
    return blocks


def _chapter(chapter, names) -> list[tuple[str, Any]]:
    source = names.get(chapter.get("source"), "")
    text = format_html_join("", "<p>{}</p>", ((p,) for p in paragraphs(chapter["text"]["fr"])))
    head = {"title": chapter["title"]["fr"], "text": str(text), "source": source}
    blocks: list[tuple[str, Any]] = [("chapter", head)]
    if "quote" in chapter:
        quote = chapter["quote"]
        blocks.append(("voice", {"text": quote["text"]["fr"], "who": quote["who"]["fr"]}))
    for row in chapter.get("before_after", []):
        blocks.append(("before_after", _before_after(row, names)))
    if guide := _guide(chapter.get("guide")):
        blocks.append(("strip", {"guide": guide, "caption": chapter["guide_caption"]["fr"]}))
    if "figures" in chapter:
        figures = [
            {"number": row["value"], "label": row["label"]["fr"]} for row in chapter["figures"]
        ]
        blocks.append(("figures", {"figures": figures, "source": source}))
    return blocks


def _guide(slug: str | None) -> GuidePage | None:
    return GuidePage.objects.filter(slug=slug, locale__language_code="fr").first()


def _before_after(row, names) -> dict[str, str]:
    words = ("topic", "before_label", "before", "after_label", "after")
    return {name: row[name]["fr"] for name in words} | {"source": names[row["source"]]}


def _timeline(rows, names, editions) -> dict[str, Any]:
    return {
        "milestones": [
            {
                "year": row.get("year"),
                "date": row["date"]["fr"],
                "title": row["title"]["fr"],
                "text": row["text"]["fr"],
                "state": row["state"],
                "source": names[row["source"]],
                "page": editions.get(row.get("edition", "")),
            }
            for row in rows
        ]
    }


def _documents(sources) -> dict[str, Any]:
    return {
        "documents": [
            {"name": row["name"], "note": row.get("note", "")}
            for row in sources.values()
            if "name" in row
        ]
    }


def _proposals(rows, names) -> dict[str, Any]:
    return {
        "proposals": [
            {
                "text": row["text"]["fr"],
                "year": row["year"],
                "status": row["status"],
                "status_year": row.get("status_year"),
                "outcome": row.get("outcome", {}).get("fr", ""),
                "source": names[row["source"]],
                "outcome_source": names.get(row.get("outcome_source"), ""),
            }
            for row in rows
        ]
    }
