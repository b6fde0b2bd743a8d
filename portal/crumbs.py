"""The way from the home page down to a page, and its address in a language."""

from django.utils.translation import gettext
from wagtail.models import Page

Crumb = dict[str, str]


def crumbs_to(page: Page, *below: tuple[str, str]) -> list[Crumb]:
    """From home to `page`, then `below`: (label, address) of what is no page. Home alone: none."""
    crumbs = [
        # The home page's own title is the name of the site: too long for the first crumb.
        {"label": gettext("Home") if each.depth == 2 else each.title, "url": each.url or ""}
        for each in way_to(page)
    ]
    crumbs += [{"label": label, "url": url} for label, url in below]
    return crumbs if len(crumbs) > 1 else []


def way_to(page: Page) -> list[Page]:
    """The live pages from home to this one; known already when an address led here."""
    known = getattr(page, "way", None)
    if known is not None:
        return known
    above = page.get_ancestors().filter(depth__gt=1, live=True).select_related("locale")
    return [*above, page]


def address_in(page: Page, language: str) -> str:
    """The page's address in a language; one that is not written in it stays in its frame."""
    own = page.locale.language_code
    return (page.url or "").replace(f"/{own}/", f"/{language}/", 1)
