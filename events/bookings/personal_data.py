"""What bookings write in the register of personal data, and how they are forgotten."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from events.models import Booking
from events.models.bookings import digest
from portal.privacy import Basis, Kept, PersonalField, Treatment, register


def declare() -> None:
    """Called once, when the app is ready."""
    register(
        Treatment(
            key="booking",
            title=_("Booking a seat in a workshop"),
            basis=Basis.PUBLIC_TASK,
            seen_by=_("the mediators of the place"),
            kept=Kept(days=7, since=_("the workshop")),
            fields=(
                PersonalField(
                    "first_name",
                    _("Your first name, or any name you like"),
                    _("to call you by your name on the day"),
                    optional=False,
                ),
                PersonalField(
                    "contact",
                    _("Your telephone or your e-mail"),
                    _("to tell you if the workshop changes"),
                ),
            ),
            forms=("booking", "booking_by_phone"),
            erase=erase_ended_before,
            erase_marked=erase_again,
        )
    )


def erase_ended_before(moment: dt.datetime) -> int:
    """Deletes the bookings of dates that are over; the counts stay on the date."""
    return Booking.objects.filter(occurrence__over_at__lt=moment).delete()[0]


def erase_again(marks: set[str]) -> int:
    """Deletes bookings their owners had erased, come back with a restored backup."""
    if not marks:
        return 0
    back = [
        b.pk for b in Booking.objects.only("pk", "reference") if digest(b.reference.hex) in marks
    ]
    return Booking.objects.filter(pk__in=back).delete()[0]
