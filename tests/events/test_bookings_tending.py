"""What time brings: reminders the day before, changed dates told once, offers that end."""

import datetime as dt

import pytest
import time_machine

from events import dates
from events.bookings import seats
from events.bookings.tending import tend
from events.models import Booking
from portal.models.outbox import OutgoingMessage
from portal.schedule import ZONE
from tests.events.bookings_examples import a_date, a_person

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


def test_nothing_is_told_of_a_date_that_is_only_full():
    date = a_date()
    seats.book(date, a_person(contact="jeanne@example.org"))
    dates.mark_full(date)
    tend()
    assert written("date_moved") == 0
