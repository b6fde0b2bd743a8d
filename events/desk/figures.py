"""The figures of the evaluation desk, summed by the database: dates and seats, never a person."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Case, Count, F, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Page

from events.models import Attendance, Occurrence
from mediation.models import PlacePage
from portal import territory
from portal.dates import month_in_words
from portal.models import Theme
from portal.models.search_counts import SearchCount
from portal.schedule import ZONE

NEAR_KM, SOON = 10, dt.timedelta(days=30)
FEWEST = 5  # a smaller number of people is not exported
MOST_SEARCHES = 20


@dataclass(frozen=True)
class Line:
    """One line of a table: dates held, seats offered, seats taken."""

    label: str
    dates: int
    offered: int
    used: int


def year_of(year: int) -> QuerySet[Occurrence]:
    """The dates of a year that took place or will."""
    first, after = _turns(year)
    return Occurrence.objects.standing().filter(starts_at__gte=first, starts_at__lt=after)


def by_commune(year: int, language: str) -> list[Line]:
    names = {commune.code: commune.name(language) for commune in territory.communes()}
    return _lines(year_of(year), F("commune"), lambda code: names.get(code, "—"))


def by_theme(year: int, language: str) -> list[Line]:
    names = {theme.pk: theme.name(language) for theme in Theme.objects.all()}
    return _lines(year_of(year), F("page__page_themes__theme"), lambda pk: names.get(pk, "—"))


def by_level(year: int, labels: dict[str, str]) -> list[Line]:
    level = Coalesce("page__workshoppage__level", "page__eventpage__level")
    return _lines(year_of(year), level, lambda code: labels.get(code, "—"))


def by_month(year: int, language: str) -> list[Line]:
    """In the order of the year; the other tables begin with what is offered most."""
    lines = _grouped(year_of(year), _month_of(year)).order_by("group")
    return [_line(month_in_words(dt.date(year, row["group"], 1), language), row) for row in lines]


def came(year: int) -> int:
    """How many people came, where mediators counted them."""
    first, after = _turns(year)
    held = Attendance.objects.filter(
        occurrence__starts_at__gte=first, occurrence__starts_at__lt=after
    ).exclude(occurrence__state=Occurrence.State.CANCELLED)
    return held.aggregate(total=Sum("came"))["total"] or 0


def cold_communes() -> list[territory.Commune]:
    """Without any date within ten kilometres in the next thirty days."""
    now = timezone.now()
    soon = (
        Occurrence.objects.visible().standing().filter(starts_at__gte=now, starts_at__lt=now + SOON)
    )
    warm = set(soon.values_list("commune", flat=True).distinct())
    everywhere = territory.communes()
    return [one for one in everywhere if not warm & set(territory.within(one.code, NEAR_KM))]


def searches_in_vain(year: int) -> list[tuple[str, int]]:
    """What residents look for and do not find, most wanted first; said at least five times."""
    rows = SearchCount.objects.filter(day__year=year, found=False).exclude(words="")
    totals = rows.values("words").annotate(total=Sum("count")).filter(total__gte=FEWEST)
    return list(totals.order_by("-total", "words").values_list("words", "total")[:MOST_SEARCHES])


def share_in_breton() -> tuple[int, int]:
    """Pages of workshops and events still to come that have Breton words, and all of them."""
    series = Occurrence.objects.visible().upcoming().values("series").distinct()
    all_of_them = series.count()
    spoken = series.filter(
        series__in=_breton_pages().values("translation_key"),
    )
    return spoken.count(), all_of_them


def places_to_confirm() -> QuerySet[PlacePage]:
    return PlacePage.objects.shown().unconfirmed().order_by("confirmed_on", "title")


def _turns(year: int) -> tuple[dt.datetime, dt.datetime]:
    """The moments a year begins and the next one begins, in local time."""
    return dt.datetime(year, 1, 1, tzinfo=ZONE), dt.datetime(year + 1, 1, 1, tzinfo=ZONE)


def _month_of(year: int) -> Case:
    """The month a date begins in, by comparing it with each turn of a month in local time.

    TruncMonth calls Python for each row on SQLite: half a second for 100,000 dates.
    """
    turns = [(month, dt.datetime(year, month + 1, 1, tzinfo=ZONE)) for month in range(1, 12)]
    return Case(
        *(When(starts_at__lt=turn, then=Value(month)) for month, turn in turns), default=Value(12)
    )


def _breton_pages():
    return Page.objects.live().filter(locale__language_code="br", alias_of=None)


def _grouped(dates: QuerySet[Occurrence], group) -> QuerySet:
    counts = {"dates": Count("pk"), "offered": Sum("capacity"), "used": Sum("taken")}
    return dates.order_by().annotate(group=group).values("group").annotate(**counts)


def _lines(dates: QuerySet[Occurrence], group, label) -> list[Line]:
    rows = _grouped(dates, group).order_by("-offered", "group")
    return [_line(label(row["group"]), row) for row in rows]


def _line(label: str, row: dict) -> Line:
    return Line(label, row["dates"], row["offered"] or 0, row["used"] or 0)
