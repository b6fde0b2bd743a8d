"""Everything the calendar page shows, from one search."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from events.search.asked import Asked
from events.search.choices import VIEWS
from events.search.results import Results, query_of, search
from events.showing.address import address, carried
from events.showing.communes import by_commune, listed
from events.showing.facets import facets
from events.showing.month import last_of, month_of
from events.showing.nothing import ways_out
from events.showing.pages import twins_of
from events.showing.rows import days_of, rows_of
from portal import dates
from portal.models.search_counts import count_search

VIEW_ICONS = {"list": "list", "month": "calendar", "map": "map"}
CIRCLES = (5, 10, 20)  # kilometres


def calendar_context(request: HttpRequest, page: Page) -> dict[str, Any]:
    """The context of a page with a calendar: the whole one, or an edition's own."""
    results = search(query_of(request), page)
    query = results.query
    if results.asked.view == "month":
        results = _of_month(results)
    _count(results)
    context = {
        "form": results.form,
        "results": results,
        "total": results.found.total,
        "summary": summary(results),
        "facets": facets(results, query),
        "views": _views(results, query),
        "carried": carried(query),
        "map_source": f"{page.url}feed.json?{carried(query)}",
        "hidden": _hidden(query),
        "chosen": _chosen(results),
        "messages_of_form": _messages(results),
        "twin": twins_of(request, page, address(query) if query else ""),
    }
    return context | _view(results, query, results.language)


def _chosen(results: Results) -> dict[str, Any]:
    """What the form shows as chosen."""
    form, asked = results.form, results.asked
    return {
        "commune": asked.communes[0] if asked.communes else "",
        "within": int(asked.within),
        "circles": CIRCLES,
        "days": [form["from"], form["to"]],
    }


def _messages(results: Results) -> list[str]:
    """Mistakes in what the form does not show: choices, view, page."""
    shown = {"q", "commune", "within", "from", "to"}
    errors = results.form.errors.items()
    return [message for name, said in errors if name not in shown for message in said]


def summary(results: Results) -> str:
    """« 12 dates, du 24 novembre au 3 décembre », said aloud when the search changes."""
    total = results.found.total
    if not total:
        return _("No date found")
    words = ngettext("%d date", "%d dates", total) % total
    if not (bounds := results.found.bounds()):
        return words
    other_year = bounds[1].year != results.today.year
    return f"{words}, {dates.period_in_words(*bounds, results.language, year=other_year)}"


def _view(results: Results, query: QueryDict, language: str) -> dict[str, Any]:
    if not results.found.total and results.asked.view != "month":
        return {"ways_out": ways_out(results, query)}
    if results.asked.view == "month":
        return {"month": month_of(results, query)}
    if results.asked.view == "map":
        items = by_commune(results, query)
        return {"map": items, "communes": listed(items, language)}
    return _list(results, language)


def _list(results: Results, language: str) -> dict[str, Any]:
    running, found = results.dates()
    rows = rows_of([*running, *found], results.snapshot, language)
    numbers = {date.pk for date in running}
    return {
        "running": [row for row in rows if row["pk"] in numbers],
        "more_running": max(0, results.found.running.bit_count() - len(running)),
        "days": days_of((row for row in rows if row["pk"] not in numbers), results.today, language),
    }


def _views(results: Results, query: QueryDict) -> list[dict[str, Any]]:
    return [
        {
            "label": label,
            "icon": VIEW_ICONS[name],
            "url": address(query, view=None if name == "list" else name),
            "current": results.asked.view == name,
        }
        for name, label in VIEWS.items()
    ]


def _of_month(results: Results) -> Results:
    """The month view shows its whole month, also the days gone by."""
    asked: Asked = results.asked
    first = (asked.first or results.today).replace(day=1)
    whole = replace(asked, first=first, last=last_of(first), when=())
    return replace(results, asked=whole)


def _hidden(query: QueryDict) -> list[tuple[str, str]]:
    """What the form carries along without showing it."""
    typed = {"q", "commune", "within", "from", "to", "when", "page"}
    return [(name, value) for name in query for value in query.getlist(name) if name not in typed]


def _count(results: Results) -> None:
    """Words and commune, no person: the report of what people look for and do not find."""
    asked = results.asked
    if (asked.words or asked.communes) and asked.page == 1:
        commune = asked.communes[0] if asked.communes else ""
        count_search(asked.words, found=bool(results.found.total), commune=commune)
