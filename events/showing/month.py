"""A month as a real table (templates/components/month.html): a number of dates in each day."""

import calendar
import datetime as dt
from typing import Any

from django.http import QueryDict
from django.utils.translation import ngettext

from events.search.results import Results
from events.showing.address import address
from portal import dates

DAY = dt.timedelta(days=1)
YEARS = range(1990, 2100)


def month_of(results: Results, query: QueryDict) -> dict[str, Any]:
    """The month that holds the first day asked, or today's, with its neighbours' addresses."""
    first = (results.asked.first or results.today).replace(day=1)
    language = results.language
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    said = dates.words(language)
    names = zip(said.short_weekdays, said.weekdays, strict=True)
    return {
        "caption": _capital(dates.month_in_words(first, language)),
        "weekdays": [{"short": short, "name": name} for short, name in names],
        "weeks": [{"days": [_day(day, first, results, query) for day in week]} for week in weeks],
        "before": _neighbour(first - DAY, query, language),
        "after": _neighbour(last_of(first) + DAY, query, language),
    }


def last_of(first: dt.date) -> dt.date:
    """The last day of the month that begins on `first`."""
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def _day(day: dt.date, month: dt.date, results: Results, query: QueryDict) -> dict[str, Any] | None:
    if day.month != month.month:
        return None
    count = results.found.on_day(day)
    shown = {
        "number": day.day,
        "words": dates.words(results.language).months[day.month - 1],
        "today": day == results.today,
    }
    if count:
        shown["url"] = address(query, from_=day, to=day, when=None, view=None)
        shown["count"] = count
        shown["count_words"] = ngettext("date", "dates", count)
    return shown


def _neighbour(day: dt.date, query: QueryDict, language: str) -> dict[str, str] | None:
    """The month beside; none beyond the years a calendar holds."""
    first = day.replace(day=1)
    if first.year not in YEARS:
        return None
    url = address(query, from_=first, to=last_of(first), when=None, view="month")
    return {"label": _capital(dates.month_in_words(first, language)), "url": url}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
