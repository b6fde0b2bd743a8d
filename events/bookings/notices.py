"""What a booked person is told, and when: written with the change, sent by the outbox."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from events.bookings.words import about_date, calendar_of, moment_in_words, seats_in_words
from events.models import Booking, Occurrence
from portal.outbox import compose, post

# News that may come again for the same booking, told apart by the moment they speak of.
WITH_CALENDAR = ("booking_confirmed", "date_moved", "booking_reminder")


def tell(booking: Booking, kind: str, **more: str) -> bool:
    """Writes a message to a person who left an e-mail; False when there is nobody to write to.

    A telephone puts the person on the mediator's « to call » list instead.
    """
    if booking.contact_kind != Booking.Contact.EMAIL or not booking.contact:
        return False
    with override(booking.language):
        words = words_about(booking) | more
        calendar = calendar_of(booking.occurrence) if kind in WITH_CALENDAR else ""
    subject, body = compose(kind, booking.language, words)
    return post(_key(booking, kind), booking.contact, subject, body, calendar)


def tell_everybody(occurrence: Occurrence, kind: str, **more: str) -> int:
    """The same news to everybody who holds a seat or waits; how many messages were written."""
    people = occurrence.bookings.active()
    people.filter(contact_kind=Booking.Contact.PHONE).update(told_by_phone=False)
    return sum(tell(booking, kind, **more) for booking in people.select_related("occurrence"))


def words_about(booking: Booking) -> dict[str, str]:
    """The words a message about a booking may use, in the active language."""
    until = booking.offered_until
    return about_date(booking.occurrence) | {
        "first_name": booking.first_name,
        "seats": seats_in_words(booking.seats),
        "code": booking.code,
        "link": settings.BASE_URL + reverse("booking", args=[booking.link]),
        "until": moment_in_words(until) if until else "",
    }


def _key(booking: Booking, kind: str) -> str:
    """The identity of the news: once for each booking, date and deadline."""
    moment = booking.offered_until or booking.occurrence.starts_at
    return f"booking:{booking.reference.hex}:{kind}:{moment:%y%m%d%H%M}"
