"""A search on paper: an A4 poster, an A5 leaflet, or a list in large print."""

import datetime as dt

from django.http import HttpRequest
from django.utils.translation import gettext as _
from wagtail.models import Page

from events.models import Occurrence
from events.search.results import Results, in_order
from events.search.series import Series
from events.showing.pages import Shown, shown_pages
from events.showing.rows import hours_of, notes_of, where_of
from portal import dates, territory
from portal.print.cache import Printed, printed
from portal.print.data import Contact, Line, Programme
from portal.schedule import ZONE

FORMATS = ("poster", "leaflet", "large")
MOST_LINES = {"poster": 14, "leaflet": 40, "large": 200}


def printed_programme(request: HttpRequest, page: Page, results: Results) -> Printed:
    """The PDF of a search. An unknown `paper` is a poster."""
    paper = request.GET.get("paper", "")
    paper = paper if paper in FORMATS else "poster"
    everything = results.found.dates | results.found.running
    found = in_order(results.snapshot.index.rows(everything, 0, MOST_LINES[paper]))
    document = Programme(
        title=page.title,
        subtitle=_subtitle(results),
        period=_period(results),
        lead=getattr(page, "introduction", ""),
        lines=_lines(found, results),
        contact=_contact(request, page, results),
        printed=dates.day_of_month(results.today, results.language, year=True),
    )
    midnight = dt.datetime.combine(results.today, dt.time(), tzinfo=ZONE)
    stamp = max([midnight, *(date.changed_at for date in found)])
    return printed("programme", document, format=paper, language=results.language, timestamp=stamp)


def _lines(found: list[Occurrence], results: Results) -> list[Line]:
    pages = shown_pages(found, results.language)
    series = results.snapshot.series
    return [
        _line(date, series[date.series.hex], pages[date.series], results)
        for date in found
        if date.series in pages and date.series.hex in series
    ]


def _line(date: Occurrence, series: Series, page: Shown, results: Results) -> Line:
    language = results.language
    day = date.local_start.date()
    return Line(
        day=dates.words(language).weekdays[day.weekday()].capitalize(),
        date=dates.day_of_month(day, language),
        time=hours_of(date, language),
        title=page.title,
        place=where_of(series, results.snapshot.places(language), language),
        state="" if date.state == "scheduled" else date.state,
        note=" ".join(note["words"] for note in notes_of(date, language)),
    )


def _subtitle(results: Results) -> str:
    """The communes, or the whole territory."""
    language = results.language
    names = [territory.commune(code) for code in results.asked.communes]
    named = [commune.name(language) for commune in names if commune]
    return dates.joined(named, language) or territory.name(language)


def _period(results: Results) -> str:
    bounds = results.found.bounds()
    return dates.period_in_words(*bounds, results.language) if bounds else _("No date found")


def _contact(request: HttpRequest, page: Page, results: Results) -> Contact:
    from portal.models import PortalSettings

    desk = PortalSettings.for_request(request)
    search = results.query.urlencode()
    address = f"{page.full_url}?{search}" if search else page.full_url
    return Contact(address=address, phone=desk.phone, hours=desk.phone_hours)
