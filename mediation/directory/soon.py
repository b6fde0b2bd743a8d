"""The next dates at a place or in communes. Dates belong to a higher room: they are reached by
the reverse relation `dates_here`, never imported."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page

from mediation.models.places import PlacePage
from portal import dates, territory

SHOWN = 5


def at_place(place: PlacePage, language: str) -> list[dict[str, str]]:
    """Rows for components/mini.html."""
    found = _dates()
    if found is None:
        return []
    return [{**row, "where": ""} for row in _rows(found.filter(place=place), language)]


def in_communes(codes: Iterable[str], language: str, kind: str = "") -> list[dict[str, str]]:
    """`kind`: only pages of this model, « workshoppage »."""
    found = _dates()
    if found is None:
        return []
    found = found.filter(commune__in=list(codes))
    return _rows(found.filter(page__content_type__model=kind) if kind else found, language)


def _dates() -> QuerySet | None:
    """What is not over, not cancelled, of pages the public sees; None without a calendar."""
    try:
        model = PlacePage._meta.get_field("dates_here").related_model
    except FieldDoesNotExist:
        return None
    return model.objects.visible().upcoming().standing()


def _rows(found: QuerySet, language: str) -> list[dict[str, str]]:
    chosen = list(found.select_related("page", "place").order_by("starts_at")[:SHOWN])
    keys = {each.page.translation_key for each in chosen}
    twins = Page.objects.live().filter(
        translation_key__in=keys, locale__language_code=language, alias_of=None
    )
    words = {page.translation_key: page for page in twins}
    return [_row(each, words.get(each.page.translation_key), language) for each in chosen]


def _row(date: Any, twin: Page | None, language: str) -> dict[str, str]:
    page, start = twin or date.page, timezone.localtime(date.starts_at)
    commune = territory.commune(date.commune)
    row = {
        "when": _when(date, start, language),
        "title": page.title,
        "url": f"{page.url}{start:%Y-%m-%d-%H%M}/",
        "where": date.place.title if date.place else commune.name(language) if commune else "",
    }
    return row if twin or language == "fr" else row | {"lang": "fr"}


def _when(date: Any, start: dt.datetime, language: str) -> str:
    """« mardi 24 novembre, 14 h »; whole days say their period."""
    if not date.all_day:
        hour = dates.time_in_words(start, language)
        return f"{dates.day_in_words(start.date(), language)}, {hour}"
    end = timezone.localtime(date.ends_at or date.starts_at) - dt.timedelta(seconds=1)
    return dates.period_in_words(start.date(), end.date(), language, year=False)
