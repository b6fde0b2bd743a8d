"""The pages every public site owes its visitors, from home/demo/pages.toml, in both languages."""

import tomllib
from pathlib import Path
from typing import Any

from django.utils.html import format_html_join
from wagtail.models import Page

from home.models import InformationPage
from portal.translation.twin import pairs, paragraphs, twin

PAGES = Path(__file__).parent / "pages.toml"


def load_pages(home: Page, invented: bool = True) -> dict[str, InformationPage]:
    """The information pages under a French home page, by their French slug.

    Without `invented`, they do not speak of a demonstration.
    """
    pages: dict[str, InformationPage] = {}
    for row in tomllib.loads(PAGES.read_text("utf-8"))["pages"]:
        parent = pages.get(row.get("parent", ""), home)
        sections = row.get("sections", [])
        row["sections"] = [part for part in sections if invented or not part.get("demonstration")]
        pages[row["slug"]["fr"]] = _page(parent, row)
    return pages


def _page(parent: Page, row: dict[str, Any]) -> InformationPage:
    slug = row["slug"]["fr"]
    found = InformationPage.objects.child_of(parent).filter(slug=slug).first()
    if found:
        return found
    page = InformationPage(slug=slug)
    page.title, page.introduction = row["title"]["fr"], row["introduction"]["fr"]
    page.is_easy_to_read = row.get("easy", False)
    page.pictogram = row.get("icon", "")
    page.shows_site_map = row.get("site_map", False)
    page.show_in_menus = "footer" in row  # the footer lists them, in the order of the tree
    page.sections = [("section", _section(section)) for section in row["sections"]]
    parent.add_child(instance=page)
    page.save_revision().publish()
    twin(page, pairs(row))
    return page


def _section(row: dict[str, Any]) -> dict[str, Any]:
    text = paragraphs(row.get("text", {}).get("fr", ""))
    return {
        "title": row["title"]["fr"],
        "text": str(format_html_join("", "<p>{}</p>", ((part,) for part in text))),
        "lines": row.get("items", {}).get("fr", []),
    }
