"""What a partner's calendar would change here: shown first, written only when somebody says so.

A field that somebody edited here is no longer the import's: it stays, and is shown as locked.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.html import format_html_join
from wagtail.models import Locale

from events.imports.reading import Incoming
from events.models import CalendarSource, EventPage, Occurrence
from portal import territory
from portal.schedule import ScheduleError, describe, from_dict, to_dict

FIELDS = ("title", "introduction", "text", "schedule", "venue_name", "commune")
LONGEST_INTRODUCTION = 280


@dataclass
class Change:
    """One series: `kind` is new, changed, same, gone or refused; fields by name (before, after)."""

    kind: str
    title: str
    uid: str = ""
    page: EventPage | None = None
    values: dict[str, Any] = field(default_factory=dict)
    fields: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    locked: list[str] = field(default_factory=list)
    cancelled: frozenset[str] = frozenset()
    when: str = ""
    reason: str = ""


def difference(source: CalendarSource, series: Iterable[Incoming]) -> list[Change]:
    """The changes a source would bring, new ones first, untouched ones last."""
    known = {page.source_uid: _as_left(page) for page in _brought_in(source)}
    changes = [_change(source, one, known.pop(one.uid, None)) for one in series]
    changes += [_gone(page) for page in known.values() if _has_dates_to_come(page)]
    order = ("new", "changed", "gone", "refused", "same")
    return sorted(changes, key=lambda change: (order.index(change.kind), change.title))


def _brought_in(source: CalendarSource) -> QuerySet[EventPage]:
    """The pages that carry what the source said: their Breton pages only translate it."""
    pages = EventPage.objects.filter(source=source.name)
    return pages.filter(locale=Locale.get_default(), alias_of=None)


def _as_left(page: EventPage) -> EventPage:
    """The page as it is shown; one that never was, as the last hand left it."""
    return page if page.live else page.get_latest_revision_as_object()


def values_of(source: CalendarSource, incoming: Incoming) -> dict[str, Any]:
    """The fields of a page that would say what the source says."""
    paragraphs = [part.strip() for part in incoming.text.split("\n") if part.strip()]
    first = paragraphs[0] if paragraphs else ""
    return {
        "title": incoming.title,
        "introduction": first[:LONGEST_INTRODUCTION],
        "text": str(format_html_join("", "<p>{}</p>", ((part,) for part in paragraphs))),
        "schedule": to_dict(incoming.recurrence),
        "venue_name": "" if source.place_id else (incoming.where or source.name)[:120],
        "commune": _commune(source, incoming.where),
    }


def _change(source: CalendarSource, incoming: Incoming, page: EventPage | None) -> Change:
    values = values_of(source, incoming)
    change = Change("new", incoming.title, incoming.uid, page, values)
    change.cancelled = incoming.cancelled
    try:
        change.when = describe(incoming.recurrence, "fr")
        incoming.recurrence.dates(())
    except ScheduleError as error:
        change.kind, change.reason = "refused", str(error.message)
        return change
    if page is None:
        return change
    before = {name: getattr(page, name) for name in FIELDS}
    for name, value in values.items():
        if name in page.imported and page.imported[name] == value:
            continue  # the source says what it said the last time
        if _by_hand(page, name, before[name]):
            change.locked.append(name)
        elif before[name] != value:
            change.fields[name] = (before[name], value)
    news = change.fields or (page.live and to_cancel(page, change.cancelled).exists())
    change.kind = "changed" if news else "same"
    return change


def _by_hand(page: EventPage, name: str, value: Any) -> bool:
    """Whether somebody changed this field here since it was brought in."""
    return name in page.imported and page.imported[name] != value


def to_cancel(page: EventPage, keys: Iterable[str]) -> QuerySet[Occurrence]:
    """Of the dates cancelled at the source, those that still stand here."""
    return Occurrence.objects.filter(page=page, key__in=keys).standing().upcoming()


def _gone(page: EventPage) -> Change:
    change = Change("gone", page.title, page.source_uid, page)
    try:
        change.when = describe(from_dict(page.schedule), "fr")
    except ScheduleError:
        change.when = ""
    return change


def _has_dates_to_come(page: EventPage) -> bool:
    return Occurrence.objects.filter(page=page).upcoming().standing().exists()


def _commune(source: CalendarSource, where: str) -> str:
    """The source's own commune, else one that the words of the place name."""
    if source.place_id:
        return source.place.commune
    for part in reversed(where.replace("\n", ",").split(",")):
        words = part.strip().lstrip("0123456789 ")
        if found := territory.find(words):
            return found.code
    return source.commune
