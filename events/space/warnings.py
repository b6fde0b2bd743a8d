"""What a mediator should know before publishing. It warns, and never forbids."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.models import Occurrence, SchoolHoliday, Team
from portal.dates import day_in_words
from portal.schedule import Slot, public_holidays
from portal.schedule.holidays import during

MOST_WARNINGS = 8


def warnings_about(slots: list[Slot], team: Team, user: AbstractBaseUser) -> list[str]:
    """Sentences: the room or the mediator is taken, nobody works that day, children are free."""
    return [*_taken(slots, team, user), *_holidays(slots)][:MOST_WARNINGS]


def _taken(slots: list[Slot], team: Team, user: AbstractBaseUser) -> Iterable[str]:
    near = Occurrence.objects.standing().filter(
        over_at__gt=slots[0].start, starts_at__lt=max(slot.end or slot.start for slot in slots)
    )
    rows = list(near.filter(place=team.place) | near.filter(page__owner=user))
    titles = dict(
        Occurrence.objects.filter(pk__in=[r.pk for r in rows]).values_list("pk", "page__title")
    )
    for slot in slots:
        for row in rows:
            if row.starts_at < (slot.end or slot.start) and row.over_at > slot.start:
                words = {"day": _day(slot), "title": titles[row.pk]}
                same_room = row.place_id == team.place_id
                yield (
                    _("%(day)s: the place already has « %(title)s » at that hour.") % words
                    if same_room
                    else _("%(day)s: you already have « %(title)s » at that hour.") % words
                )


def _holidays(slots: list[Slot]) -> Iterable[str]:
    periods = SchoolHoliday.known()
    for slot in slots:
        day = slot.start.date()
        if day in public_holidays(day.year):
            yield _("%(day)s is a public holiday.") % {"day": _day(slot)}
        elif during(periods, day):
            yield _("%(day)s is in the school holidays.") % {"day": _day(slot)}


def _day(slot: Slot) -> str:
    return day_in_words(slot.start.date(), get_language() or "fr").capitalize()
