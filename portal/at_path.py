"""Which page an address beside it speaks of: a feed, a file, a paper."""

from django.http import Http404, HttpRequest
from wagtail.models import Page


def page_at(request: HttpRequest, path: str, *kinds: type[Page]) -> Page:
    """The live and public page at a path of the site, of one of these kinds; else a 404."""
    found = Page.route_for_request(request, path)
    if found is None or not isinstance(found.page, kinds):
        raise Http404
    page = found.page
    if not page.live or page.get_view_restrictions():
        raise Http404
    return page
