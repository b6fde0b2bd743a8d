"""Never one seat twice, never a booking lost, and the waiting list in order."""

import datetime as dt
from functools import partial
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.core import mail
from django.utils import timezone

from events import dates
from events.bookings import seats
from events.models import Booking, Occurrence
from events.models.bookings import code_mark, digest
from portal.models.erasures import Erasure
from portal.models.outbox import OutgoingMessage
from portal.outbox import send_due
from portal.privacy import forget
from tests.events.bookings_examples import a_date, a_person

pytestmark = pytest.mark.django_db
Status = Booking.Status


def booked(occurrence, name="Soazig", count=1, contact="") -> Booking:
    return seats.book(occurrence, a_person(name, count, contact))


def taken(occurrence) -> int:
    occurrence.refresh_from_db()
    return occurrence.taken


def test_a_booking_takes_its_seats():
    date = a_date(capacity=5)
    assert booked(date, count=2).status == Status.CONFIRMED
    assert taken(date) == 2


def test_the_next_one_waits_when_the_date_is_full():
    date = a_date(capacity=2)
    booked(date, count=2)
    assert booked(date).status == Status.WAITING
    assert taken(date) == 2


def test_a_freed_seat_goes_at_once_to_the_first_who_waits():
    date = a_date(capacity=1)
    holder = booked(date)
    first, second = booked(date, "Un", contact="un@example.org"), booked(date, "Deux")
    seats.cancel(holder)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == (Status.OFFERED, Status.WAITING)
    assert timezone.now() < first.offered_until < date.starts_at
    assert taken(date) == 1
    assert OutgoingMessage.objects.filter(key__contains=":booking_offered").count() == 1


def test_who_asked_for_more_seats_than_are_free_lets_the_next_one_pass():
    date = a_date(capacity=2)
    holder = booked(date)
    booked(date)
    three, one = booked(date, "Trois", 3), booked(date, "Un", 1)
    seats.cancel(holder)
    three.refresh_from_db()
    one.refresh_from_db()
    assert (three.status, one.status) == (Status.WAITING, Status.OFFERED)


def test_a_date_marked_full_gives_no_seat_however_many_are_left():
    date = a_date(capacity=5)
    holder = booked(date, count=2)
    dates.mark_full(date)
    waiting = booked(date, "Un")
    with pytest.raises(seats.SeatError):
        seats.change_seats(holder, 3)
    seats.cancel(holder)
    waiting.refresh_from_db()
    assert waiting.status == Status.WAITING
    assert taken(date) == 0
    assert date.seats_left == 0
    assert not Occurrence.objects.with_free_seats().exists()


def test_in_a_room_that_grew_a_stranger_does_not_pass_those_who_wait():
    date = a_date(capacity=1)
    booked(date)
    waiting = booked(date, "Un", 2)
    Occurrence.objects.filter(pk=date.pk).update(capacity=3)
    date.refresh_from_db()
    assert booked(date, "Deux").status == Status.WAITING
    waiting.refresh_from_db()
    assert waiting.status == Status.OFFERED


def test_in_a_room_that_grew_who_has_a_seat_takes_no_more_before_those_who_wait():
    date = a_date(capacity=1)
    holder, waiting = booked(date), booked(date, "Un")
    Occurrence.objects.filter(pk=date.pk).update(capacity=2)
    with pytest.raises(seats.SeatError):
        seats.change_seats(holder, 2)
    assert booked(date, "Deux").status == Status.WAITING
    waiting.refresh_from_db()
    assert waiting.status == Status.OFFERED


def test_who_asks_for_less_than_those_who_wait_need_takes_the_seat_they_cannot_use():
    date = a_date(capacity=2)
    booked(date)
    booked(date, "Deux", 2)
    assert booked(date, "Un").status == Status.CONFIRMED


def test_an_offer_is_accepted_in_time():
    date = a_date(capacity=1)
    holder, waiting = booked(date), booked(date)
    seats.cancel(holder)
    seats.accept(waiting)
    assert waiting.status == Status.CONFIRMED
    with pytest.raises(seats.SeatError):
        seats.accept(waiting)


def test_an_offer_nobody_accepts_goes_to_the_next_person():
    date = a_date(capacity=1, days=5)
    holder, first, second = booked(date), booked(date, "Un"), booked(date, "Deux")
    seats.cancel(holder)
    with time_machine.travel(timezone.now() + dt.timedelta(hours=25)):
        with pytest.raises(seats.SeatError):
            seats.accept(first)
        assert seats.end_offers(date.pk) == 1
        first.refresh_from_db()
        second.refresh_from_db()
    assert (first.status, second.status) == (Status.CANCELLED, Status.OFFERED)
    assert taken(date) == 1


def test_cancelling_twice_frees_the_seat_once():
    date = a_date(capacity=3)
    booking = booked(date)
    booked(date)
    seats.cancel(booking)
    seats.cancel(booking)
    assert taken(date) == 1


def test_a_cancelled_booking_keeps_no_contact():
    booking = booked(a_date(), contact="jeanne@example.org")
    seats.cancel(booking)
    booking.refresh_from_db()
    assert (booking.contact, booking.contact_hash) == ("", "")


@pytest.mark.parametrize(("asked", "held"), [(4, 4), (1, 1)])
def test_seats_are_changed(asked, held):
    date = a_date(capacity=4)
    booking = booked(date, count=2)
    seats.change_seats(booking, asked)
    assert taken(date) == held


def test_more_seats_than_are_left_change_nothing():
    date = a_date(capacity=4)
    booking = booked(date, count=2)
    with pytest.raises(seats.SeatError):
        seats.change_seats(booking, 5)
    booking.refresh_from_db()
    assert (booking.seats, taken(date)) == (2, 2)


def test_fewer_seats_promote_who_waits():
    date = a_date(capacity=2)
    holder, waiting = booked(date, count=2), booked(date)
    seats.change_seats(holder, 1)
    waiting.refresh_from_db()
    assert waiting.status == Status.OFFERED


def test_erasing_frees_the_seat_and_leaves_nothing_of_the_person():
    date = a_date(capacity=1)
    booking = booked(date, contact="jeanne@example.org")
    receipt = seats.erase(booking)
    assert len(receipt) == 8
    assert not Booking.objects.exists()
    assert not OutgoingMessage.objects.exists()
    assert taken(date) == 0


def test_once_a_date_has_begun_its_seats_stay_counted():
    date = a_date(capacity=5)
    booking = booked(date, count=3)
    with time_machine.travel(date.starts_at):
        for change in (seats.cancel, partial(seats.change_seats, seats=1)):
            with pytest.raises(seats.SeatError, match="Cette date a commencé"):
                change(booking)
        seats.erase(booking)
    assert taken(date) == 3


def test_a_seat_offered_in_vain_is_not_counted_even_when_the_date_has_begun():
    date = a_date(capacity=1)
    holder, waiting = booked(date), booked(date)
    seats.cancel(holder)
    with time_machine.travel(date.over_at):
        assert seats.end_offers(date.pk) == 1
    waiting.refresh_from_db()
    assert waiting.status == Status.CANCELLED
    assert taken(date) == 0


def test_a_restored_backup_does_not_bring_an_erased_person_back():
    booking = booked(a_date(), contact="jeanne@example.org")
    copy = {field.attname: getattr(booking, field.attname) for field in booking._meta.fields}
    seats.erase(booking)
    Booking.objects.bulk_create([Booking(**copy)])
    assert Erasure.objects.count() == 1
    assert forget()["booking"] == 1
    assert not Booking.objects.exists()


def test_bookings_are_forgotten_seven_days_after_the_date_and_their_count_stays():
    date = a_date(capacity=5)
    booked(date, count=2)
    with time_machine.travel(date.over_at + dt.timedelta(days=6)):
        assert forget()["booking"] == 0
    with time_machine.travel(date.over_at + dt.timedelta(days=7, minutes=1)):
        assert forget()["booking"] == 1
    assert taken(date) == 2


def test_the_same_person_twice_is_told_so():
    date = a_date()
    booked(date, contact="jeanne@example.org")
    with pytest.raises(seats.SeatError):
        booked(date, contact="Jeanne@example.org")
    assert taken(date) == 1
    assert booked(date, "Jeanne").pk


@pytest.mark.parametrize("change", [{"days": -1}, {"capacity": None}, {"cancelled": True}])
def test_a_date_that_cannot_be_booked_says_why(change):
    with pytest.raises(seats.SeatError) as refusal:
        booked(a_date(**change))
    assert str(refusal.value.message)


def test_the_code_and_the_link_open_the_booking_and_are_not_stored():
    booking = booked(a_date())
    assert Booking.objects.by_link(booking.link) == booking
    assert Booking.objects.by_code(f" {booking.code[:3].lower()}-{booking.code[3:]}") == booking
    assert Booking.objects.by_link("0" * 32) is None
    row = " ".join(str(value) for value in Booking.objects.values_list().get())
    assert booking.link not in row
    assert booking.code not in row


def test_a_person_with_an_address_gets_the_message_with_link_code_and_calendar():
    date = a_date()
    booking = booked(date, contact="jeanne@example.org")
    send_due()
    (message,) = mail.outbox
    assert booking.code in message.body
    assert booking.link in message.body
    assert "BEGIN:VCALENDAR" in message.attachments[0][1]


def test_who_left_a_telephone_is_on_the_list_to_call():
    date = a_date(capacity=1)
    holder = booked(date)
    booking = booked(date, contact="02 97 02 22 00")
    assert not Booking.objects.to_call()
    seats.cancel(holder)
    assert list(Booking.objects.to_call()) == [booking]
    assert booking.contact == "+33297022200"
    assert not OutgoingMessage.objects.exists()


def test_a_stolen_row_does_not_give_its_code_to_who_tries_them_all():
    booking = booked(a_date(capacity=5))
    assert booking.code_hash != digest(booking.code)
    assert booking.code_hash == code_mark(booking.code)


def test_codes_given_before_they_were_keyed_still_open_their_booking():
    keyed_codes = import_module("events.migrations.0006_keyed_codes")
    booking = booked(a_date(capacity=5), contact="soazig@example.org")
    now = {"code_hash": booking.code_hash, "contact_hash": booking.contact_hash}
    keyed_codes.plain(apps, None)
    booking.refresh_from_db()
    assert booking.code_hash == digest(booking.code)
    assert booking.contact_hash != now["contact_hash"]
    keyed_codes.keyed(apps, None)
    assert Booking.objects.filter(pk=booking.pk, **now).exists()
    assert Booking.objects.by_code(booking.code) == booking
