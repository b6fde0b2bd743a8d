"""From an address to the dates that answer it: the one way for pages, feeds and paper."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.core.exceptions import TooManyFieldsSent
from django.core.paginator import Page as SheetOfDates
from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from wagtail.models import Page

from events.models import EventPage, Occurrence
from events.search.asked import Asked, Found, find
from events.search.forms import CalendarForm
from events.search.snapshot import Snapshot, snapshot
from mediation.models import WorkshopPage
from portal.search.cleaning import clean_query
from portal.search.folding import query_layers
from portal.search.matching import found_values

PAGE_SIZE = 10  # dates; each weighs on an old telephone, and on who reads them one by one
MOST_RUNNING, MOST_LOOKED_AT = 6, 100
MOST_IN_A_FEED = 1000
MOST_PAIRS = 500
MOST_REMEMBERED = 100


@dataclass(frozen=True)
class Results:
    """A search made: the form with its messages, what was asked, and the dates found."""

    form: CalendarForm
    query: QueryDict  # the search as the address says it, cleaned
    asked: Asked
    snapshot: Snapshot
    now: dt.datetime
    language: str

    @cached_property
    def found(self) -> Found:
        return find(self.snapshot.index, self.asked, self.now)

    @property
    def today(self) -> dt.date:
        return timezone.localdate(self.now)

    def counts(self, facet: str) -> dict[str, int]:
        """What each choice of a facet would give, its present choices put aside."""
        if facet not in self.asked.filters():
            return self.found.counts(facet)
        return self.without(facet).counts(facet)

    def without(self, name: str) -> Found:
        """What would be found without one filter."""
        return find(self.snapshot.index, self.asked.without(name), self.now)

    @cached_property
    def sheet(self) -> SheetOfDates:
        """Where this page of results stands among the others."""
        paginator = Paginator(range(self.found.dates.bit_count()), PAGE_SIZE)
        return paginator.get_page(self.asked.page)

    def dates(self) -> tuple[list[Occurrence], list[Occurrence]]:
        """Of this page of results: what began before and goes on, first what ends first (on the
        first page only), and the dates in order."""
        index, number = self.snapshot.index, self.sheet.number
        running = index.rows(self.found.running, 0, MOST_LOOKED_AT) if number == 1 else []
        ids = index.rows(self.found.dates, (number - 1) * PAGE_SIZE, PAGE_SIZE)
        found = in_order([*running, *ids])
        long = {*running}
        going_on = sorted((d for d in found if d.pk in long), key=lambda date: date.over_at)
        return going_on[:MOST_RUNNING], [date for date in found if date.pk not in long]

    def for_feed(self) -> list[Occurrence]:
        """The next dates, those going on included; a feed is bounded."""
        everything = self.found.dates | self.found.running
        return in_order(self.snapshot.index.rows(everything, 0, MOST_IN_A_FEED))


def search(query: QueryDict, page: Page) -> Results:
    """The answer of a page to a query string; `page.narrowed` adds what the page itself asks."""
    calendar, language = snapshot(), page.locale.language_code
    form = CalendarForm(query, calendar.vocabulary(language))
    said = form.asked()
    asked = page.narrowed(said)
    if asked.words:
        asked = replace(asked, answering=_saying(asked.words, calendar))
    if asked.seats:
        asked = replace(asked, full=calendar.index.of_ids(_full()))
    return Results(form, said.query(), asked, calendar, timezone.now(), language)


def query_of(request: HttpRequest) -> QueryDict:
    """The query string, cut where Django would refuse to read it."""
    try:
        return request.GET
    except TooManyFieldsSent:
        pairs = request.META.get("QUERY_STRING", "").split("&", MOST_PAIRS)[:MOST_PAIRS]
        request.GET = QueryDict("&".join(pairs))
        return request.GET


def in_order(ids: Sequence[int]) -> list[Occurrence]:
    """The rows of these numbers, in this order; sorted here, or SQLite walks the whole table."""
    rows = Occurrence.objects.select_related("replacement").order_by().in_bulk(list(ids))
    return [rows[pk] for pk in ids if pk in rows]


def _saying(words: str, calendar: Snapshot) -> int:
    """The dates whose page says these words; a reader refines the same words again and again."""
    found = calendar.said.get(words)
    if found is None:
        found = _looked_up(words, calendar)
        if len(calendar.said) >= MOST_REMEMBERED:
            calendar.said.clear()  # readers share it: another may do the same at this moment
        calendar.said[words] = found
    return found


def _looked_up(words: str, calendar: Snapshot) -> int:
    """In the widest sense of the words, which holds the narrower ones."""
    widest = query_layers(clean_query(words)).meaning
    pages = Page.objects.live().type(EventPage, WorkshopPage)
    keys = set(map(_hex, found_values(pages, widest, "translation_key")))
    series = calendar.series
    return calendar.index.of_pages(series[key].page_id for key in keys if key in series)


def _hex(key: uuid.UUID | str) -> str:
    """A translation key as the databases give it: SQLite has no type for it."""
    return key if isinstance(key, str) else key.hex


def _full() -> list[int]:
    return list(Occurrence.objects.upcoming().taken_up().order_by().values_list("pk", flat=True))
