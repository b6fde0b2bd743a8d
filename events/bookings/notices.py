"""What a booked person is told, and when: written with the change, sent by the outbox."""

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from events.bookings.about import (
    about_date,
    calendar_of,
    date_in_words,
    moment_in_words,
    reason_of,
)
from events.bookings.words import seats_in_words
from events.models import Booking, Occurrence
from portal.outbox import compose, post

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


def tell_everybody(date: Occurrence) -> None:
    """After a date was cancelled, moved or put back: everybody who does not know it yet."""
    for booking in unaware().filter(occurrence=date):
        tell_change(booking)


def unaware():
    """Those who do not know yet that their date, still to come, has changed."""
    return (
        Booking.objects.active()
        .filter(occurrence__over_at__gt=timezone.now())
        .filter(occurrence__sequence__gt=F("told_sequence"))
        .select_related("occurrence__replacement")
    )


@transaction.atomic
def tell_change(booking: Booking) -> None:
    """The date was cancelled, moved or put back since the person was last told."""
    date = booking.occurrence
    told = Booking.objects.filter(pk=booking.pk, told_sequence__lt=date.sequence)
    if not told.update(told_sequence=date.sequence, told_by_phone=False):
        return
    if date.state == Occurrence.State.CANCELLED:
        kind = "date_cancelled"
    elif booking.status == Booking.Status.WAITING:
        kind = "waiting_date_moved"
    else:
        kind = "date_moved"
    tell(booking, kind, **_reason(booking))


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


def _reason(booking: Booking) -> dict[str, str]:
    """Why, and the date to come to instead, in the person's language."""
    date, instead = booking.occurrence, booking.occurrence.replacement
    with override(booking.language):
        return {
            "reason": reason_of(date),
            "instead": date_in_words(instead) if instead else "",
        }


def _key(booking: Booking, kind: str) -> str:
    """The identity of the news: once for each booking, date and deadline."""
    moment = booking.offered_until or booking.occurrence.starts_at
    return (
        f"booking:{booking.reference.hex}:{kind}:{moment:%y%m%d%H%M}:{booking.occurrence.sequence}"
    )
