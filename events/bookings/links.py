"""Ways into a booking's page: the private link of the message, a short-lived one after a code."""

from django.core import signing

from events.models.bookings import Booking

SALT = "events.bookings.links"
SHORT_SECONDS = 3600


def open_link(link: str) -> Booking | None:
    """The booking behind a link, or None when it is wrong, too old, or its booking was erased."""
    bookings = Booking.objects.select_related("occurrence")
    if ":" not in link:
        return bookings.by_link(link)
    try:
        reference = signing.loads(link, salt=SALT, max_age=SHORT_SECONDS)
    except signing.BadSignature:
        return None
    return bookings.filter(reference=reference).first()


def short_link(booking: Booking) -> str:
    """A signed link for one hour, so that the lasting secret is not written in every address."""
    return signing.dumps(booking.reference.hex, salt=SALT)
