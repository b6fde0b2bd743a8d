"""Beside the pages of the calendar: an agenda to embed, one page a date, files for one's own."""

from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.clickjacking import xframe_options_exempt
from django.views.decorators.http import require_safe

from events.at_path import date_at
from events.feeds import ical
from events.feeds.source import feed_of
from events.models import CalendarPage, EditionPage, Occurrence
from events.search.snapshot import snapshot
from events.showing.calendar import calendar_context
from events.showing.date import date_context
from events.showing.ways import ways_context
from mediation.models import DatedPage
from portal.answers import conditional
from portal.at_path import page_at
from portal.schedule import MOST_DATES


@require_safe
@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def embed(request: HttpRequest, path: str) -> HttpResponse:
    """A page made to stand in another site's frame: the dates, and nothing around them."""
    page = page_at(request, path, CalendarPage, EditionPage)
    context = calendar_context(request, page) | {"page": page}
    return TemplateResponse(request, "events/embed.html", context)


@require_safe
def ways(request: HttpRequest, path: str) -> HttpResponse:
    """Every way to carry a search away: on paper, in one's calendar, on another site."""
    page = page_at(request, path, CalendarPage, EditionPage)
    return TemplateResponse(request, "events/ways.html", ways_context(request, page))


@require_safe
def date(request: HttpRequest, path: str, day: str, hour: str) -> HttpResponse:
    """The page of one date."""
    page = page_at(request, path, DatedPage)
    context = date_context(request, page, date_at(page, day, hour))
    return TemplateResponse(request, "events/date.html", context)


@require_safe
def date_file(request: HttpRequest, path: str, day: str, hour: str) -> HttpResponse:
    """One date for one's own calendar."""
    page = page_at(request, path, DatedPage)
    return _file(request, page, [date_at(page, day, hour)], alone=True)


@require_safe
def series_file(request: HttpRequest, path: str) -> HttpResponse:
    """All dates of a workshop or an event, those gone by too."""
    page = page_at(request, path, DatedPage)
    dates = Occurrence.objects.of_series(page.translation_key).order_by("-starts_at")
    return _file(request, page, list(dates[:MOST_DATES]))


def _file(
    request: HttpRequest, page: DatedPage, dates: list[Occurrence], *, alone: bool = False
) -> HttpResponse:
    feed = feed_of(
        dates,
        snapshot(),
        page.locale.language_code,
        title=page.title,
        url=page.full_url,
        source=request.build_absolute_uri(),
    )
    if not feed.rows:
        raise Http404
    body = ical.one_date(feed) if alone else ical.to_ical(feed)
    response = HttpResponse(body, content_type=ical.CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.ics"'
    return conditional(request, response, feed.updated)
