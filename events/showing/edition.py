"""An edition: its programme day by day, its trails, its partners, and what became of it."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, npgettext

from events.models import EditionPage, EventPage, Occurrence, Trail
from events.search.results import Results
from events.showing.address import address
from events.showing.calendar import calendar_context
from events.showing.rows import Row, rows_of
from portal import dates
from portal.models import for_everyone

DAY = dt.timedelta(days=1)
MOST_DAYS = 14


def edition_context(request: HttpRequest, page: EditionPage) -> dict[str, Any]:
    """Everything events/edition_page.html shows."""
    context = calendar_context(request, page)
    results: Results = context["results"]
    source, week = page.source_page, _week(page, results)
    if week and not {"from", "to"} & {*request.GET}:
        context["chosen"]["days"] = []  # its week says when
    return context | {
        "period": dates.period_in_words(page.first_day, page.last_day, results.language),
        "week": week,
        "trails": _trails(source, results),
        "partners": _partners(source, results.language),
        "figures": _figures(page, results) if page.last_day < results.today else [],
        "call": _call(page),
    }


def _week(page: EditionPage, results: Results) -> list[dict[str, Any]]:
    """Its days, each with its number of dates; none for an edition of a whole season."""
    length = (page.last_day - page.first_day).days + 1
    if length > MOST_DAYS:
        return []
    said = dates.words(results.language)
    everything = replace(results, asked=page.narrowed(results.asked.without("dates")))
    days = [page.first_day + DAY * n for n in range(length)]
    return [_day(day, everything, said.weekdays[day.weekday()]) for day in days]


def _day(day: dt.date, results: Results, name: str) -> dict[str, Any]:
    count = results.found.on_day(day)
    return {
        "name": f"{name[:1].upper()}{name[1:]} {day.day}",
        "text": ngettext("%d date", "%d dates", count) % count if count else _("No date"),
        "url": address(results.query, from_=day, to=day, when=None) + "#dates",
        "past": day < results.today,
        "today": day == results.today,
    }


def _trails(page: EditionPage, results: Results) -> list[dict[str, Any]]:
    """The ways through the programme, each with its dates in order, in one query for all."""
    events = EventPage.objects.filter(for_everyone(), edition=page).exclude(trails="")
    of_event = {row[0]: names(row[1]) for row in events.values_list("translation_key", "trails")}
    found = list(Occurrence.objects.of_series(*of_event).select_related("replacement"))
    rows = rows_of(found, results.snapshot, results.language)
    for row in rows:
        row["when"] = f"{dates.day_in_words(row['day'], results.language)}, {row['time']}"
    shown = [
        _trail(trail, [row for row in rows if trail.slug in of_event[row["series"]]], results)
        for trail in page.trails.all()
    ]
    return [trail for trail in shown if trail["rows"]]


def _trail(trail: Trail, rows: list[Row], results: Results) -> dict[str, Any]:
    breton = results.language == "br"
    return {
        "title": (trail.title_br if breton else "") or trail.title,
        "text": (trail.text_br if breton else "") or trail.text,
        "lang": "fr" if breton and not trail.title_br else "",
        "rows": rows,
    }


def names(trails: str) -> list[str]:
    """« parcours-seniors, parcours-familles » as a list."""
    return [one.strip() for one in trails.split(",") if one.strip()]


def _partners(page: EditionPage, language: str) -> list[dict[str, str]]:
    return [
        {
            "name": partner.name,
            "role": (partner.role_br if language == "br" else "") or partner.role,
            "website": partner.website,
        }
        for partner in page.partners.all()
    ]


def _figures(page: EditionPage, results: Results) -> list[dict[str, Any]]:
    """What it was, once it is over."""
    index = results.snapshot.index
    of_edition = index.where("edition", [page.source_slug])
    series = {
        key for key, one in results.snapshot.series.items() if one.edition == page.source_slug
    }
    communes = [code for code, count in index.counts("commune", of_edition).items() if count]
    values = [
        (of_edition.bit_count(), ngettext("date", "dates", of_edition.bit_count())),
        (len(series), ngettext("event", "events", len(series))),
        (len(communes), npgettext("how many", "commune", "communes", len(communes))),
    ]
    return [{"value": value, "label": label} for value, label in values if value]


def _call(page: EditionPage) -> dict[str, str] | None:
    """The call for proposals, while it is open."""
    if not page.call_is_open:
        return None
    until = dates.day_in_words(page.call_until, page.locale.language_code)
    return {"until": until, "url": f"{page.url}proposer/"}
