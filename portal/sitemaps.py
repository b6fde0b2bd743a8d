"""/sitemap.xml: every live public page of both languages, each with its twins.

Wagtail's own lists only the tree of the site's root page, so no Breton page.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

# The protocol (sitemaps.org) allows no more in one file.
MOST = 50_000


@dataclass
class Entry:
    """One address; `twins` by language, itself included, when there is more than one."""

    url: str
    changed: datetime | None
    twins: dict[str, str] = field(default_factory=dict)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    entries = list(entries_of(Site.find_for_request(request)))
    page = render_to_string("portal/sitemap.xml", {"entries": entries})
    return HttpResponse(page, content_type="application/xml; charset=utf-8")


def entries_of(site: Site | None) -> Iterator[Entry]:
    """In the order of the tree. An alias is French under a Breton address: it is left out."""
    if site is None:
        return
    roots = {page.path: page for page in site.root_page.get_translations(inclusive=True)}
    pages = Page.objects.live().public().filter(alias_of__isnull=True).order_by("path")
    by_key: dict[object, dict[str, str]] = defaultdict(dict)
    found = []
    for page in pages.select_related("locale")[:MOST]:
        root = roots.get(page.path[: len(site.root_page.path)])
        if root is not None:
            url = _address(site, root, page)
            by_key[page.translation_key][page.locale.language_code] = url
            found.append((page, url))
    for page, url in found:
        twins = by_key[page.translation_key]
        yield Entry(url, page.last_published_at, twins if len(twins) > 1 else {})


def _address(site: Site, root: Page, page: Page) -> str:
    language = page.locale.language_code
    return f"{site.root_url}/{language}/{page.url_path.removeprefix(root.url_path)}"
