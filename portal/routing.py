"""From an address to its page in two queries, however deep; Wagtail asks twice for each level."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from wagtail import views
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

HOME_DEPTH = 2  # the root is 1
DEEPEST = 8  # levels below home


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's own view, with the way already found."""
    try:
        request._wagtail_route_for_request = _route(request, path)
    except Http404:
        request._wagtail_route_for_request = None
    return views.serve(request, path)


def _route(request: HttpRequest, path: str) -> RouteResult | None:
    words = [word for word in path.split("/") if word]
    if (home := _home(request)) is None:
        return None
    addresses = [home + "".join(f"{word}/" for word in words[:rank]) for rank in range(DEEPEST)]
    way = list(
        Page.objects.live()
        .filter(url_path__in=addresses)
        .select_related("locale")
        .order_by("depth")
    )
    if not way:
        return None
    page = _shown(way[-1])
    page.way = way
    return page.route(request, words[page.depth - HOME_DEPTH :])


def _shown(page: Page) -> Page:
    """The page as its own kind, with the rows its kind says it always shows."""
    kind = page.specific_class or Page
    with_it = getattr(kind, "shown_with", ())
    return kind._default_manager.select_related("locale", *with_it).get(pk=page.pk)


def _home(request: HttpRequest) -> str | None:
    """The `url_path` of the home page in the language of the address."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    roots = Site.get_site_root_paths()
    homes = {(root.site_id, root.language_code): root.root_path for root in roots}
    return homes.get((site.pk, get_language()))
