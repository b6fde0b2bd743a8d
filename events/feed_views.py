"""The dates of a search as files, beside the page that shows them."""

import zlib
from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page

from events.feeds import csv, ical, json, rss, schemas
from events.feeds.rows import Feed
from events.feeds.source import feed_of
from events.models import CalendarPage, EditionPage, Occurrence
from events.search.results import Results, query_of, search
from events.showing.paper import printed_programme
from portal import territory
from portal.answers import conditional, digest, mistakes
from portal.at_path import page_at

Writer = Callable[[Feed], bytes]
FORMATS: dict[str, tuple[Writer, str]] = {
    "ics": (ical.to_ical, ical.CONTENT_TYPE),
    "rss": (rss.to_rss, rss.CONTENT_TYPE),
    "json": (json.to_json, json.CONTENT_TYPE),
    "csv": (csv.to_csv, csv.CONTENT_TYPE),
}
KEPT_SECONDS = 3600


@require_safe
def feed(request: HttpRequest, path: str, kind: str) -> HttpResponse:
    """The dates of a search; a mistake in the search is a 400 that names it."""
    page = page_at(request, path, CalendarPage, EditionPage)
    results = search(query_of(request), page)
    if results.form.errors:
        return mistakes(results.form)
    writer, content_type = FORMATS[kind]
    dates = results.for_feed()
    state = [(date.pk, date.sequence, date.taken) for date in dates]
    source = _source(request, results)
    key = digest(f"{kind} {source} {results.snapshot.version} {page.pk} {state}".encode())
    if kept := cache.get(f"feed:{key}"):
        body = zlib.decompress(kept)
    else:
        body = writer(_feed(page, results, dates, source))
        cache.set(f"feed:{key}", zlib.compress(body, 1), KEPT_SECONDS)
    updated = max((date.changed_at for date in dates), default=page.last_published_at)
    return conditional(request, HttpResponse(body, content_type=content_type), updated)


@require_safe
def schema(request: HttpRequest, path: str, kind: str) -> HttpResponse:
    """The JSON Schema of feed.json, the Table Schema of feed.csv."""
    page = page_at(request, path, CalendarPage, EditionPage)
    response = HttpResponse(schemas.read(kind), content_type="application/json")
    return conditional(request, response, page.last_published_at)


@require_safe
def poster(request: HttpRequest, path: str) -> HttpResponse:
    """The search on paper: ?paper=poster, leaflet or large."""
    page = page_at(request, path, CalendarPage, EditionPage)
    results = search(query_of(request), page)
    if results.form.errors:
        return mistakes(results.form)
    printed = printed_programme(request, page, results)
    response = HttpResponse(printed.pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{page.slug}.pdf"'
    return conditional(request, response, page.last_published_at, printed.etag)


def _source(request: HttpRequest, results: Results) -> str:
    """The feed's own address: without what the search does not know, it is kept once."""
    query = results.query.urlencode()
    return request.build_absolute_uri(request.path) + (f"?{query}" if query else "")


def _feed(page: Page, results: Results, dates: list[Occurrence], source: str) -> Feed:
    title = f"{page.title} – {territory.name(results.language)}"
    url = page.full_url
    return feed_of(dates, results.snapshot, results.language, title=title, url=url, source=source)
