"""What time brings: changed dates are told, offers end, and tomorrow's people are reminded.

It runs before each round of the outbox, and doing it twice does nothing more.
"""

import datetime as dt

from django.utils import timezone

from events.bookings.notices import tell, tell_change, unaware
from events.bookings.seats import end_offers
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
    remind()


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
        occurrence__starts_at__gte=tomorrow,
        occurrence__starts_at__lt=after,
        created_at__lt=tomorrow - dt.timedelta(days=1),
    ).exclude(occurrence__state="cancelled")
    count = 0
    for booking in people.select_related("occurrence"):
        if Booking.objects.filter(pk=booking.pk, reminded=False).update(reminded=True):
            count += tell(booking, "booking_reminder")
    return count
