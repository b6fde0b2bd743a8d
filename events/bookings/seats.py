"""Taking seats and giving them back: never one seat twice, never a booking lost.

Every function runs in one transaction and locks the row of the date first, so that two people
never wait for each other. The conditional UPDATE decides; a check constraint stands behind it.
"""

import datetime as dt

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.bookings import notices
from events.models import Booking, Occurrence
from events.models.bookings import digest
from portal.outbox import withdraw
from portal.page_cache import forget_pages
from portal.privacy import remember_erasure

Status = Booking.Status
OFFER = dt.timedelta(hours=24)
LAST_ANSWER_BEFORE = dt.timedelta(hours=2)


class SeatError(Exception):
    """A booking that cannot be; the message says what to do."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message


@transaction.atomic
def book(occurrence: Occurrence, booking: Booking) -> Booking:
    """Saves a filled booking with its seats, or on the waiting list, and writes its message.

    Raises SeatError for a date that takes no booking, and for the same person twice.
    """
    check_open(occurrence)
    booking.occurrence = occurrence
    booking.status = _seat_or_wait(occurrence, booking.seats)
    try:
        with transaction.atomic():
            booking.save()
    except IntegrityError as error:
        raise SeatError(
            _(
                "This telephone or e-mail has booked this date already. "
                "Your code opens your booking."
            )
        ) from error
    notices.tell(booking, "booking_confirmed" if booking.holds_seats else "booking_waiting")
    return booking


def check_open(occurrence: Occurrence) -> None:
    """Raises SeatError for a date one cannot book: cancelled, begun, or without booking."""
    if occurrence.is_cancelled:
        raise SeatError(_("This date is cancelled. Please choose another one."))
    if occurrence.has_begun:
        raise SeatError(_("This date has begun. Please choose the next one."))
    if not occurrence.capacity:
        raise SeatError(_("No booking is needed: just come."))


@transaction.atomic
def change_seats(booking: Booking, seats: int) -> None:
    """More or fewer seats, before the date begins.

    Raises SeatError when so many are not left: who waits is first.
    """
    occurrence = _lock(booking.occurrence_id)
    _check_not_begun(occurrence)
    _promote(occurrence)
    booking.refresh_from_db()
    more = seats - booking.seats
    if booking.holds_seats and more > 0 and not _take(booking.occurrence_id, more):
        raise SeatError(_("There are not enough seats left. Your booking is as it was."))
    if booking.holds_seats and more < 0:
        _give_back(booking.occurrence_id, -more)
    booking.seats = seats
    booking.save(update_fields=["seats"])
    _promote(_lock(booking.occurrence_id))


@transaction.atomic
def accept(booking: Booking) -> None:
    """Takes the seat that was kept. Raises SeatError when the time is over or the date is off."""
    _lock(booking.occurrence_id)
    booking.occurrence.refresh_from_db()
    check_open(booking.occurrence)
    kept = Booking.objects.filter(
        pk=booking.pk, status=Status.OFFERED, offered_until__gt=timezone.now()
    )
    if not kept.update(status=Status.CONFIRMED, offered_until=None):
        raise SeatError(
            _("The seat was kept until the hour we told you, and went to the next person.")
        )
    booking.refresh_from_db()
    notices.tell(booking, "booking_confirmed")


@transaction.atomic
def cancel(booking: Booking) -> None:
    """Frees the seats and forgets the contact. Cancelling twice changes nothing.

    Raises SeatError once the date has begun.
    """
    occurrence = _lock(booking.occurrence_id)
    booking.refresh_from_db()
    if booking.status == Status.CANCELLED:
        return
    _check_not_begun(occurrence)
    notices.tell(booking, "booking_cancelled")
    _leave(booking)
    _promote(_lock(booking.occurrence_id))


@transaction.atomic
def erase(booking: Booking) -> str:
    """Deletes the booking and every message about it; the seats go to the next person.

    Answers a receipt number, which leads back to nobody.
    """
    occurrence_id = booking.occurrence_id
    _lock(occurrence_id)
    booking.refresh_from_db()
    if booking.holds_seats and not booking.occurrence.has_begun:
        _give_back(occurrence_id, booking.seats)
    withdraw(f"booking:{booking.reference.hex}:")
    mark = digest(booking.reference.hex)
    remember_erasure("booking", mark)
    booking.delete()
    _promote(_lock(occurrence_id))
    return mark[:8].upper()


@transaction.atomic
def end_offers(occurrence_id: int) -> int:
    """Passes the seats nobody accepted in time to the next person; how many offers ended.

    On a cancelled date nobody could accept: they wait again, first as they were, without a word.
    """
    is_cancelled = _lock(occurrence_id).is_cancelled
    late = Booking.objects.filter(
        occurrence=occurrence_id, status=Status.OFFERED, offered_until__lte=timezone.now()
    )
    count = 0
    for booking in late:
        if is_cancelled:
            _wait_again(booking)
        else:
            notices.tell(booking, "offer_ended")
            _leave(booking)
        count += 1
    _promote(_lock(occurrence_id))
    return count


def promote(occurrence_id: int) -> None:
    """Offers free seats to those who wait: a room grew, or a date takes place after all."""
    with transaction.atomic():
        _promote(_lock(occurrence_id))


def _check_not_begun(occurrence: Occurrence) -> None:
    if occurrence.has_begun:
        raise SeatError(_("This date has begun. The booking can no longer be changed."))


def _seat_or_wait(occurrence: Occurrence, seats: int) -> str:
    """Who waits already comes first. The row is held: a seat given back meanwhile is not missed."""
    forget_pages()
    left = _promote(_lock(occurrence.pk))
    return Status.CONFIRMED if left >= seats and _take(occurrence.pk, seats) else Status.WAITING


def _take(occurrence_id: int, seats: int) -> bool:
    forget_pages()
    date = Occurrence.objects.filter(pk=occurrence_id).exclude(state=Occurrence.State.FULL)
    free = date.filter(taken__lte=F("capacity") - seats)
    return bool(free.update(taken=F("taken") + seats))


def _give_back(occurrence_id: int, seats: int) -> None:
    forget_pages()
    Occurrence.objects.filter(pk=occurrence_id).update(taken=F("taken") - seats)


def _lock(occurrence_id: int) -> Occurrence:
    """The date as it is, held until the end of the transaction.

    In SQLite the transaction holds the whole database from its beginning.
    """
    return Occurrence.objects.select_for_update(no_key=True).get(pk=occurrence_id)


def _leave(booking: Booking) -> None:
    if booking.holds_seats:
        _give_back(booking.occurrence_id, booking.seats)
    booking.status, booking.offered_until = Status.CANCELLED, None
    booking.contact = booking.contact_hash = ""
    booking.save()


def _wait_again(booking: Booking) -> None:
    _give_back(booking.occurrence_id, booking.seats)
    booking.status, booking.offered_until = Status.WAITING, None
    booking.save(update_fields=["status", "offered_until"])


def _promote(occurrence: Occurrence) -> int:
    """In order of arrival; who asked for more seats than are free lets the next one pass.

    The seats that are left then.
    """
    now = timezone.now()
    left = occurrence.seats_left or 0
    if not left or occurrence.is_cancelled or occurrence.has_begun:
        return 0
    last_hour = max(occurrence.starts_at - LAST_ANSWER_BEFORE, now + LAST_ANSWER_BEFORE / 2)
    for booking in Booking.objects.filter(occurrence=occurrence, seats__lte=left).waiting():
        if not _take(occurrence.pk, booking.seats):
            continue
        left -= booking.seats
        booking.status = Status.OFFERED
        booking.offered_until = min(now + OFFER, last_hour)
        booking.told_by_phone = False
        booking.save(update_fields=["status", "offered_until", "told_by_phone"])
        notices.tell(booking, "booking_offered")
    return left
