"""Every way to carry the dates of a search away: on paper, in one's calendar, on another site."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from events.search.results import query_of, search
from events.showing.address import address, carried
from events.showing.calendar import summary
from events.showing.pages import twins_of
from portal.crumbs import crumbs_to


def ways_context(request: HttpRequest, page: Page) -> dict[str, Any]:
    """What events/ways.html shows."""
    results = search(query_of(request), page)
    query, title = results.query, _("Take these dates with you")
    return {
        "page": page,
        "title": title,
        "summary": summary(results),
        "carried": carried(query),
        "webcal": page.full_url.replace("https:", "webcal:").replace("http:", "webcal:"),
        "twin": twins_of(request, page, f"ways/{address(query) if query else ''}"),
        "crumbs": crumbs_to(page, (title, "")),
    }
