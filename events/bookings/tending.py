"""What time brings: changed dates are told, offers end, free seats are offered to those who wait,
and tomorrow's people are reminded.

It runs before each round of the outbox, and doing it twice does nothing more.
"""

import datetime as dt

from django.db.models import F
from django.utils import timezone

from events.bookings.notices import tell, tell_change, unaware
from events.bookings.seats import end_offers, promote
from events.models import Booking
from portal.schedule import ZONE

FIRST_HOUR = 9  # nobody is reminded in the night


def tend(**_signal: object) -> None:
    """Signal portal.outbox.before_sending."""
    for booking in unaware():
        tell_change(booking)
    late = Booking.objects.filter(
        status=Booking.Status.OFFERED, offered_until__lte=timezone.now()
    ).order_by("occurrence_id")
    for occurrence_id in late.values_list("occurrence_id", flat=True).distinct():
        end_offers(occurrence_id)
    offer_free_seats()
    remind()


def offer_free_seats() -> None:
    """To those who wait, whatever freed the seats: a larger room, a date that is on again."""
    waiting = Booking.objects.waiting().filter(
        occurrence__starts_at__gt=timezone.now(),
        occurrence__taken__lte=F("occurrence__capacity") - F("seats"),
    )
    served = waiting.exclude(occurrence__state__in=("cancelled", "full"))
    dates = served.order_by("occurrence_id").values_list("occurrence_id", flat=True)
    for occurrence_id in dates.distinct():
        promote(occurrence_id)


def remind() -> int:
    """The day before, from nine o'clock: whoever booked before today; how many were written."""
    today = timezone.localdate()
    if timezone.localtime().hour < FIRST_HOUR:
        return 0
    tomorrow = dt.datetime.combine(today + dt.timedelta(days=1), dt.time(), tzinfo=ZONE)
    after = dt.datetime.combine(today + dt.timedelta(days=2), dt.time(), tzinfo=ZONE)
    people = Booking.objects.filter(
        status=Booking.Status.CONFIRMED,
        reminded=False,
        occurrence__page__live=True,
        occurrence__starts_at__gte=tomorrow,
        occurrence__starts_at__lt=after,
        created_at__lt=tomorrow - dt.timedelta(days=1),
    ).exclude(occurrence__state="cancelled")
    count = 0
    for booking in people.select_related("occurrence"):
        if Booking.objects.filter(pk=booking.pk, reminded=False).update(reminded=True):
            count += tell(booking, "booking_reminder")
    return count
