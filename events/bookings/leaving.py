"""Whom a page would leave without a word if it went: those who booked its dates to come."""

from collections.abc import Iterable

from django.db.models import F, Q
from django.utils import timezone
from wagtail.models import Page

from events.models import Booking

CANCELLED = Q(occurrence__state="cancelled")
NOT_TOLD = Q(occurrence__sequence__gt=F("told_sequence"))


def left_behind(pages: Iterable[Page], with_those_below: bool) -> Booking | None:
    """Somebody who is expected on a date of these pages, or does not know that it is cancelled."""
    to_come = Booking.objects.active().filter(
        _dates_of(pages, with_those_below), occurrence__over_at__gt=timezone.now()
    )
    to_call = to_come.to_call().filter(occurrence__place__team__isnull=False)
    expected = to_come.filter(~CANCELLED | NOT_TOLD)
    return expected.first() or to_call.first()


def _dates_of(pages: Iterable[Page], with_those_below: bool) -> Q:
    found = Q(occurrence__page__in=[page.pk for page in pages])
    if with_those_below:
        for page in pages:
            found |= Q(occurrence__page__path__startswith=page.path)
    return found
