"""The page of one date, and the dates shown on the page of a workshop or an event."""

import json
from operator import attrgetter
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from wagtail.models import Page

from events.feeds.jsonld import to_jsonld
from events.feeds.rows import FeedRow
from events.feeds.source import feed_of, host
from events.models import EventPage, Occurrence
from events.search.snapshot import Snapshot, snapshot
from events.showing.elsewhere import calendar_links
from events.showing.facts import facts_of
from events.showing.pages import twins_of
from events.showing.rows import Row, rows_of
from mediation.models import DatedPage
from portal import dates
from portal.crumbs import crumbs_to
from portal.models import for_everyone
from portal.schedule import ScheduleError, describe, from_dict

MOST_NEXT, MOST_PAST = 8, 6
NO_TAGS = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def date_context(request: HttpRequest, page: DatedPage, date: Occurrence) -> dict[str, Any]:
    """Everything events/date.html shows."""
    calendar, language = snapshot(), page.locale.language_code
    rows, row = rows_of([date], calendar, language), _row(date, calendar, page)
    day = date.local_start.date()
    return dated_context(page, but=date) | {
        "page": page,
        "date": date,
        "row": rows[0] if rows else None,
        "when": dates.day_in_words(day, language, year=True),
        "is_over": date.over_at <= timezone.now(),
        "jsonld": jsonld(row, language),
        "elsewhere": calendar_links(row, language) if row else [],
        "twin": twins_of(request, page, f"{date.slug}/"),
        "files": f"{page.url}{date.slug}/event.ics",
        "crumbs": crumbs_to(page, (dates.day_of_month(day, language), "")),
    }


def kin_of(page: EventPage) -> dict[str, Any]:
    """What it is a part of, and what happens inside it."""
    source = page.source_page
    above, edition = (one and one.localized for one in (source.part_of, source.edition))
    around = Page.objects.filter(for_everyone(), pk__in=[one.pk for one in (above, edition) if one])
    shown = set(around.values_list("pk", flat=True))
    inside = type(source).objects.filter(for_everyone(), part_of=source, locale=source.locale)
    return {
        "above": above if above and above.pk in shown else None,
        # Sorted here: in that order SQLite would go through all pages of the site.
        "inside": [one.localized for one in sorted(inside.order_by(), key=attrgetter("path"))],
        "edition": edition if edition and edition.pk in shown else None,
    }


def dated_context(page: DatedPage, but: Occurrence | None = None) -> dict[str, Any]:
    """The dates and facts of a dated page: next ones, those gone by, the rhythm in a sentence."""
    calendar, language = snapshot(), page.locale.language_code
    of_page = Occurrence.objects.of_series(page.translation_key).select_related("replacement")
    of_page = of_page.exclude(pk=but.pk) if but else of_page
    coming = list(of_page.upcoming()[:MOST_NEXT])
    past = [] if coming else list(of_page.past().order_by("-starts_at")[:MOST_PAST])
    series = calendar.series.get(page.translation_key.hex)
    return {
        "next": listed(coming, calendar, language),
        "past": listed(past, calendar, language),
        "rhythm": rhythm(page, language),
        "facts": facts_of(series, calendar, language, _place_url(page)) if series else [],
        "files": f"{page.url}event.ics",
    }


def _place_url(page: DatedPage) -> str:
    """The page of its place, in the reader's language when there is one."""
    place = page.source_page.place
    return (place.localized.url or "") if place and place.live else ""


def listed(found: list[Occurrence], calendar: Snapshot, language: str) -> list[Row]:
    """Dates as rows whose title is their day: on a page that says what they are."""
    rows = rows_of(found, calendar, language)
    today = timezone.localdate()
    for row in rows:
        other_year = row["day"].year != today.year
        name = dates.day_in_words(row["day"], language, year=other_year)
        near = dates.relative_day(row["day"], today, language)
        row["title"] = f"{name[:1].upper()}{name[1:]}" + (f" · {near}" if near else "")
        row["badges"] = row["state_badges"]
        row.pop("lang", None)
        row.pop("where", None)
    return rows


def rhythm(page: DatedPage, language: str) -> str:
    """« Every Tuesday at 14:00, from… »; empty when the schedule cannot be read."""
    try:
        return describe(from_dict(page.source_page.schedule), language)
    except ScheduleError:
        return ""


def _row(date: Occurrence, calendar: Snapshot, page: DatedPage) -> FeedRow | None:
    """The date as the feeds carry it."""
    feed = feed_of([date], calendar, page.locale.language_code, title="", url="", source="")
    return feed.rows[0] if feed.rows else None


def jsonld(row: FeedRow | None, language: str) -> SafeString:
    """The date in schema.org's words, safe inside a script element."""
    if row is None:
        return SafeString("{}")
    text = json.dumps(to_jsonld(row, language, host(), row.format))
    return SafeString(text.translate(NO_TAGS))
