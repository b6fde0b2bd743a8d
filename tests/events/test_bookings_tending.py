"""What time brings: reminders the day before, changed dates told once, offers that end."""

import datetime as dt

import pytest
import time_machine

from events import dates
from events.bookings import notices, seats
from events.bookings.tending import tend
from events.models import Booking, Occurrence
from portal.models.outbox import OutgoingMessage
from portal.schedule import ZONE
from tests.events.bookings_examples import a_date, a_person
from tests.events.calendar_examples import TODAY, a_calendar, an_event, dates_of, once

pytestmark = pytest.mark.django_db
MONDAY = dt.datetime(2026, 11, 23, 10, 0, tzinfo=ZONE)


def written(kind: str) -> int:
    return OutgoingMessage.objects.filter(key__contains=f":{kind}:").count()


def test_people_are_reminded_once_the_day_before_and_not_at_night():
    with time_machine.travel(MONDAY, tick=False) as clock:
        seats.book(a_date(days=3), a_person(contact="jeanne@example.org"))
        clock.move_to(MONDAY + dt.timedelta(days=1))
        tend()
        assert written("booking_reminder") == 0
        clock.move_to((MONDAY + dt.timedelta(days=2)).replace(hour=6))
        tend()
        assert written("booking_reminder") == 0
        clock.move_to(MONDAY + dt.timedelta(days=2))
        tend()
        tend()
        assert written("booking_reminder") == 1


def test_a_date_changed_anywhere_is_told_once():
    date = a_date()
    seats.book(date, a_person(contact="jeanne@example.org"))
    dates.cancel(date, "Neige")
    tend()
    tend()
    assert written("date_cancelled") == 1
    dates.restore(date)
    tend()
    assert written("date_moved") == 1


def test_a_late_offer_passes_to_the_next_person():
    date = a_date(capacity=1, days=5)
    holder = seats.book(date, a_person())
    seats.book(date, a_person("Un"))
    seats.book(date, a_person("Deux"))
    seats.cancel(holder)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(hours=26)):
        tend()
    assert Booking.objects.get(first_name="Deux").status == Booking.Status.OFFERED


def test_nothing_is_told_of_a_date_that_is_only_full_or_full_no_more():
    date = a_date()
    seats.book(date, a_person(contact="jeanne@example.org"))
    dates.mark_full(date)
    tend()
    dates.restore(date)
    tend()
    assert written("date_moved") == 0
    assert not notices.unaware().exists()


def test_a_move_is_told_even_when_the_date_was_marked_full_a_moment_later():
    date = a_date()
    seats.book(date, a_person(contact="jeanne@example.org"))
    dates.move(date, date.starts_at + dt.timedelta(hours=1), None)
    dates.mark_full(date)
    tend()
    assert written("date_moved") == 1


def test_who_waits_for_a_date_that_moves_is_promised_no_seat():
    date = a_date(capacity=1)
    seats.book(date, a_person())
    seats.book(date, a_person(contact="jeanne@example.org"))
    dates.move(date, date.starts_at + dt.timedelta(hours=1), None)
    tend()
    assert written("waiting_date_moved") == 1 and written("date_moved") == 0


def test_a_date_that_lasts_all_day_is_not_called_tomorrow_two_days_early():
    with time_machine.travel(MONDAY, tick=False) as clock:
        date = a_date(days=3)
        midnight = (MONDAY + dt.timedelta(days=3)).replace(hour=0)
        Occurrence.objects.filter(pk=date.pk).update(starts_at=midnight, all_day=True)
        seats.book(date, a_person(contact="jeanne@example.org"))
        clock.move_to(MONDAY + dt.timedelta(days=1))
        tend()
        assert written("booking_reminder") == 0
        clock.move_to(MONDAY + dt.timedelta(days=2))
        tend()
        assert written("booking_reminder") == 1


def test_an_offer_that_ends_on_a_cancelled_date_is_not_said_to_have_gone_to_somebody_else():
    with time_machine.travel(MONDAY, tick=False) as clock:
        date = a_date(capacity=1, days=5)
        holder = seats.book(date, a_person())
        first = seats.book(date, a_person("Un", contact="un@example.org"))
        seats.book(date, a_person("Deux"))
        seats.cancel(holder)
        dates.cancel(date, "Neige")
        clock.shift(dt.timedelta(hours=26))
        tend()
        assert written("date_cancelled") == 1
        assert written("offer_ended") == 0
        assert Booking.objects.get(pk=first.pk).status == Booking.Status.WAITING


def test_who_could_not_accept_on_a_cancelled_date_is_the_first_when_it_takes_place_after_all():
    with time_machine.travel(MONDAY, tick=False) as clock:
        date = a_date(capacity=1, days=5)
        holder = seats.book(date, a_person())
        seats.book(date, a_person("Un"))
        seats.book(date, a_person("Deux"))
        seats.cancel(holder)
        dates.cancel(date, "Neige")
        clock.shift(dt.timedelta(hours=26))
        tend()
        date.refresh_from_db()
        dates.restore(date)
        tend()
        assert Booking.objects.get(first_name="Un").status == Booking.Status.OFFERED
        assert Booking.objects.get(first_name="Deux").status == Booking.Status.WAITING


def waiting_for_a_seat(schedule=None):
    """A published event of one seat, taken, and somebody who waits for the next."""
    event = an_event(a_calendar(), schedule=schedule or once(), capacity=1)
    date = dates_of(event)[0]
    seats.book(date, a_person())
    return event, date, seats.book(date, a_person("Un", contact="un@example.org"))


@pytest.mark.usefixtures("noon")
def test_when_a_room_grows_those_who_wait_are_offered_its_seats():
    event, _date, waiting = waiting_for_a_seat(once(TODAY + dt.timedelta(days=3)))
    event.capacity = 2
    event.save_revision().publish()
    tend()
    tend()
    waiting.refresh_from_db()
    assert waiting.status == Booking.Status.OFFERED
    assert written("booking_offered") == 1


@pytest.mark.parametrize("state", ["cancelled", "full"])
def test_nobody_is_offered_a_seat_on_a_date_that_has_none_to_give(state):
    date = a_date(capacity=1)
    seats.book(date, a_person())
    waiting = seats.book(date, a_person("Un"))
    Occurrence.objects.filter(pk=date.pk).update(capacity=4, state=state)
    tend()
    waiting.refresh_from_db()
    assert waiting.status == Booking.Status.WAITING
