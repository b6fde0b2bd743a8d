"""From an address to its page in two queries, however deep; Wagtail asks twice for each level.

A Breton address whose page was never written in Breton answers with the French page inside the
Breton frame: missing Breton is never a dead end.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, override
from wagtail import views
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

HOME_DEPTH = 2  # the root is 1
DEEPEST = 8  # levels below home


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's own view, with the way already found."""
    words = [word for word in path.split("/") if word]
    language = get_language() or settings.LANGUAGE_CODE
    way = _way(_home(request, language), words)
    try:
        request._wagtail_route_for_request = _route(request, way, words)
    except Http404:
        return _in_french(request, path, way, words, language)
    return views.serve(request, path)


def _in_french(
    request: HttpRequest, path: str, way: list[Page], words: list[str], language: str
) -> HttpResponse:
    """The French page of that name below the twin of the last page of the way."""
    known = len(way) - 1
    above = way and way[-1].get_translations().filter(locale__language_code=settings.LANGUAGE_CODE)
    if language == settings.LANGUAGE_CODE or not above:
        raise Http404
    first = above[0].url_path.strip("/").split("/")[1:]
    home = _home(request, settings.LANGUAGE_CODE)
    french = _way(home, [*first, *words[known:]])
    route = _route(request, french, [*first, *words[known:]])
    page = route[0]
    if twin := page.get_translations().live().filter(locale__language_code=language).first():
        return redirect(twin.get_url(request))
    request._wagtail_route_for_request = route
    request.stands_in = page
    with override(settings.LANGUAGE_CODE):
        return views.serve(request, path)


def _route(request: HttpRequest, way: list[Page], words: list[str]) -> RouteResult:
    if not way:
        raise Http404
    page = _shown(way[-1])
    page.way = way
    return page.route(request, words[page.depth - HOME_DEPTH :])


def _way(home: str | None, words: list[str]) -> list[Page]:
    """The live pages from the home page down to the last one these words name."""
    if home is None:
        return []
    addresses = [home + "".join(f"{word}/" for word in words[:rank]) for rank in range(DEEPEST)]
    found = Page.objects.live().filter(url_path__in=addresses)
    return list(found.select_related("locale").order_by("depth"))


def _shown(page: Page) -> Page:
    """The page as its own kind, with the rows its kind says it always shows."""
    kind = page.specific_class or Page
    with_it = getattr(kind, "shown_with", ())
    return kind._default_manager.select_related("locale", *with_it).get(pk=page.pk)


def _home(request: HttpRequest, language: str) -> str | None:
    """The `url_path` of the home page in a language."""
    site = Site.find_for_request(request)
    if site is None:
        return None
    roots = Site.get_site_root_paths()
    homes = {(root.site_id, root.language_code): root.root_path for root in roots}
    return homes.get((site.pk, language))
