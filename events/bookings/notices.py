"""What a booked person is told, and when: written with the change, sent by the outbox."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from events.bookings.words import seats_in_words
from events.models import Booking, Occurrence
from portal.outbox import compose, post


def tell(booking: Booking, kind: str, **more: str) -> bool:
    """Writes a message to a person who left an e-mail; False when there is nobody to write to.

    A telephone puts the person on the mediator's « to call » list instead.
    """
    if booking.contact_kind != Booking.Contact.EMAIL or not booking.contact:
        return False
    values = words_about(booking) | more
    subject, body = compose(kind, booking.language, values)
    key = f"booking:{booking.reference.hex}:{kind}:{_turn(booking, kind)}"
    return post(key, booking.contact, subject, body, _calendar(booking, kind))


def tell_everybody(occurrence: Occurrence, kind: str, **more: str) -> int:
    """The same news to everybody who holds a seat or waits; how many messages were written."""
    people = occurrence.bookings.active()
    people.filter(contact_kind=Booking.Contact.PHONE).update(told_by_phone=False)
    return sum(tell(booking, kind, **more) for booking in people)


def words_about(booking: Booking) -> dict[str, str]:
    """The words a message about a booking may use, in the person's language."""
    with override(booking.language):
        return {
            "first_name": booking.first_name,
            "seats": seats_in_words(booking.seats),
            "code": booking.code,
            "link": settings.BASE_URL + reverse("booking", args=[booking.link]),
        }
