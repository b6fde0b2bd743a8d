"""One date as a row of a list (templates/components/date_row.html)."""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from events.bookings.words import seats_kind, seats_left
from events.models import Occurrence
from events.search.choices import LEVELS
from events.search.series import Series
from events.search.snapshot import Snapshot
from events.showing.pages import Shown, shown_pages
from mediation.session_choices import ACCESS
from portal import dates, territory
from portal.schedule import ZONE

Row = dict[str, Any]
Note = dict[str, str]  # {words, lang}


def rows_of(found: list[Occurrence], calendar: Snapshot, language: str) -> list[Row]:
    """The rows of some dates, in their order; a date whose page has gone is left out."""
    pages, series = shown_pages(found, language), calendar.series
    places = calendar.places(language)
    return [
        row_of(date, series[date.series.hex], pages[date.series], places, language)
        for date in found
        if date.series in pages and date.series.hex in series
    ]


def days_of(rows: Iterable[Row], today: dt.date, language: str) -> list[dict[str, Any]]:
    """Rows grouped under the name of their day (templates/components/day.html)."""
    return [
        {
            "id": f"d{day:%Y-%m-%d}",
            "name": _capital(dates.day_in_words(day, language, year=day.year != today.year)),
            "note": dates.relative_day(day, today, language),
            "today": day == today,
            "rows": list(of_day),
        }
        for day, of_day in groupby(rows, key=lambda row: row["day"])
    ]


def row_of(
    date: Occurrence, series: Series, page: Shown, places: Mapping[str, str], language: str
) -> Row:
    """What a resident needs to decide: when, what, where, and what is special."""
    state = state_badges(date, series)
    row: Row = {
        "pk": date.pk,
        "series": date.series,
        "day": date.local_start.date(),
        "time": hours_of(date, language),
        "title": page.title,
        "url": f"{page.url}{date.slug}/",
        "where": where_of(series, places, language),
        "state_badges": state,
        "badges": [*state, *fact_badges(series)],
        "off": date.is_cancelled,
    }
    if page.spoken != language:
        row["lang"] = page.spoken
    if notes := notes_of(date, language):
        row["notes"] = notes
    return row


def hours_of(date: Occurrence, language: str) -> str:
    """« 14 h à 16 h », « toute la journée », « jusqu’au 29 novembre » for several days."""
    if date.last_day > date.local_start.date():
        return dates.until_day(date.last_day, language)
    if date.all_day:
        return dates.words(language).all_day
    return dates.hours_in_words(date.local_start, date.local_end, language)


def where_of(series: Series, places: Mapping[str, str], language: str) -> str:
    """« Médiathèque, Lorient », « Mediaoueg, An Oriant », « En ligne »."""
    commune = territory.commune(series.commune)
    name = places.get(series.place) or series.venue[0]
    town = commune.name(language) if commune else series.venue[3]
    here = name if town in name else f"{name}, {town}" if name else town
    online = _("Online") if series.online else ""
    return " · ".join(part for part in (here, online) if part)


def state_badges(date: Occurrence, series: Series) -> list[dict[str, str]]:
    """What became of the date, and its seats, in words."""
    if date.is_cancelled:
        return [{"label": pgettext("date", "Cancelled"), "kind": "off"}]
    badges = []
    if date.state == Occurrence.State.MOVED:
        badges.append({"label": pgettext("date", "Moved"), "kind": "few"})
    if date.over_at <= timezone.now():
        return badges
    if date.state == Occurrence.State.FULL:
        badges.append({"label": pgettext("date", "Full"), "kind": "full"})
    elif not date.has_begun and (words := seats_left(date.seats_left)):
        badges.append({"label": words, "kind": seats_kind(date.seats_left)})
    elif series.drop_in:
        badges.append({"label": _("No booking: just come"), "kind": "ok"})
    return badges


def fact_badges(series: Series) -> list[dict[str, Any]]:
    """The facts that decide whether one can come."""
    badges: list[dict[str, Any]] = []
    if series.level not in ("", "any"):
        badges.append({"label": LEVELS[series.level]})
    if "br" in series.languages:
        badges.append({"label": "E brezhoneg", "icon": "talk", "lang": "br"})
    for one in ACCESS.chosen(series.access):
        badges.append({"label": one.label, "icon": one.icon})
    if not series.free:
        badges.append({"label": series.price or _("With a fee")})
    return badges


def notes_of(date: Occurrence, language: str) -> list[Note]:
    """Why, what instead, and when it was planned first: a sentence each, with its language."""
    in_breton = language == "br" and date.reason_br
    reason, spoken = (date.reason_br, "br") if in_breton else (date.reason, "fr")
    notes = [{"words": _sentence(reason), "lang": spoken}] if reason else []
    if date.replacement_id and date.replacement:
        when = dates.moment_in_words(date.replacement.local_start, language)
        notes.append({"words": _("New date: %(when)s.") % {"when": when}, "lang": language})
    if date.state == Occurrence.State.MOVED and date.starts_at != date.planned_at:
        when = dates.moment_in_words(date.planned_at.astimezone(ZONE), language)
        notes.append({"words": _("First planned: %(when)s.") % {"when": when}, "lang": language})
    return notes


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
