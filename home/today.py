"""What the home page says today: the next dates, one guide, the edition under way, the ways in."""

import datetime as dt
from collections import Counter
from operator import attrgetter
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale, Page

from events.models import CalendarPage, EditionPage, EventPage, Occurrence
from events.search.asked import Asked, find
from events.search.snapshot import snapshot
from events.showing.rows import rows_of
from guides.listing import card, in_language
from guides.models import EmergencyPage, GuideIndexPage, GuidePage
from home.models import TerritoryStoryPage
from mediation.models import PlaceIndexPage, PlacePage
from portal import dates
from portal.models import for_everyone, foreign
from portal.schedule import ZONE

Row = dict[str, Any]
NEXT = 3
DOORS = (PlaceIndexPage, CalendarPage, GuideIndexPage, EmergencyPage, TerritoryStoryPage)
# An edition is announced this long before its first day.
SOON = dt.timedelta(days=45)


def today(home: Page) -> dict[str, Any]:
    """The context of the home page in its own language, with French where Breton is missing."""
    language = home.locale.language_code
    day = timezone.localdate()
    ways = _ways_in(language)
    edition = _edition(day, language)
    return {
        "today": _capital(dates.day_in_words(day, language)),
        "places": _way(ways, "placeindexpage") | {"count": PlacePage.objects.shown().count()},
        "emergency_url": _way(ways, "emergencypage")["url"],
        "dates": _way(ways, "calendarpage") | _dates(day, language),
        "guides": _way(ways, "guideindexpage") | {"count": _guides().count()},
        "guide": _guide(day, home.locale),
        "story": _story(ways.get("territorystorypage")),
        "edition": edition,
        "question": _question(edition, language),
    }


def _ways_in(language: str) -> dict[str, Page]:
    """The doors, by kind of page: the reader's language, else French. One query."""
    doors = Page.objects.type(*DOORS).filter(for_everyone(), alias_of=None)
    doors = doors.select_related("locale")
    found: dict[str, Page] = {}
    # Sorted here: in that order SQLite would go through all pages of the site.
    for page in sorted(doors.order_by(), key=attrgetter("path")):
        kind = page.cached_content_type.model
        if page.locale.language_code == language or kind not in found:
            found[kind] = page
    return found


def _way(ways: dict[str, Page], kind: str) -> dict[str, str]:
    page = ways.get(kind)
    return {"url": page.url if page else ""}


def _dates(day: dt.date, language: str) -> dict[str, Any]:
    """The next dates as short lines, and how many are to come."""
    calendar, now = snapshot(), timezone.now()
    to_come = Occurrence.objects.visible().standing().filter(starts_at__gte=now)
    rows = rows_of(list(to_come.order_by("starts_at")[: 4 * NEXT]), calendar, language)[:NEXT]
    count = find(calendar.index, Asked(), now).total  # as the calendar itself says
    return {"rows": [line(row, day, language) for row in rows], "count": count}


def line(row: dict[str, Any], day: dt.date, language: str) -> dict[str, Any]:
    """One date as a short line (components/mini.html): the day in words, then the hour."""
    near = dates.relative_day(row["day"], day, language)
    name = near or dates.day_in_words(row["day"], language)
    return row | {"when": _capital(f"{name}, {row['time']}")}


def _guides():
    return GuidePage.objects.live().public().filter(locale__language_code="fr")


def _guide(day: dt.date, locale: Locale) -> dict[str, Any] | None:
    """Another guide each day, the same for everybody."""
    guides = list(_guides().select_related("locale", "theme").order_by("path"))
    if not guides:
        return None
    chosen = in_language([guides[day.toordinal() % len(guides)]], locale)[0]
    return card(chosen, locale) | {"caption": _("A comic guide")}


def _story(page: Page | None) -> dict[str, str] | None:
    return {"url": page.url, "summary": page.search_description} if page else None


def _edition(day: dt.date, language: str) -> dict[str, Any] | None:
    """The edition under way, or the next one when it is near."""
    found = (
        EditionPage.objects.filter(for_everyone(), locale__language_code="fr")
        .filter(last_day__gte=day, first_day__lte=day + SOON)
        .order_by("first_day")
        .first()
    )
    if found is None:
        return None
    shown = found.localized
    return {
        "page": found,
        "title": shown.title,
        "url": shown.url,
        "introduction": shown.introduction,
        "lang": foreign(shown, language),
        "now": found.first_day <= day,
        "days": _days(found, shown.url, day, language),
    }


def _days(edition: EditionPage, url: str, day: dt.date, language: str) -> list[dict[str, Any]]:
    """Its days, each with its number of dates; at most a week is shown."""
    first, last = edition.first_day, min(edition.last_day, edition.first_day + dt.timedelta(days=6))
    programme = EventPage.objects.filter(edition__translation_key=edition.translation_key)
    starts = (
        Occurrence.objects.visible()
        .standing()
        .between(first, last)
        .filter(page__in=programme.values("pk"))
        .values_list("starts_at", flat=True)
    )
    counts = Counter(start.astimezone(ZONE).date() for start in starts)
    length = (last - first).days + 1
    return [
        _one_day(first + dt.timedelta(days=n), counts, url, day, language) for n in range(length)
    ]


def _one_day(
    each: dt.date, counts: Counter, url: str, day: dt.date, language: str
) -> dict[str, Any]:
    count = counts[each]
    number = ngettext("%d date", "%d dates", count) % count
    near = dates.relative_day(each, day, language) if each >= day else _("over")
    return {
        "name": _capital(dates.day_in_words(each, language)),
        "text": f"{near} · {number}" if near and each >= day else near or number,
        "url": f"{url}?from={each}&to={each}",
        "past": each < day,
        "today": each == day,
    }


def _question(edition: dict[str, Any] | None, language: str) -> dict[str, str] | None:
    """The open question put with the edition, through the reverse relation of its page."""
    if edition is None:
        return None
    for question in edition["page"].questions.filter(for_everyone()):
        if question.is_open:
            twins = question.get_translations().filter(for_everyone())
            shown = twins.filter(locale__language_code=language).first() or question
            return {"title": shown.title, "url": shown.url, "lang": foreign(shown, language)}
    return None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
