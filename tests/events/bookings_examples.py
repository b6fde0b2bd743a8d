"""Dates and people for the tests of bookings."""

import datetime as dt

from django.utils import timezone

from events.bookings.contacts import read_contact
from events.models import Booking, Occurrence


def a_date(capacity: int | None = 5, days: int = 3, cancelled: bool = False) -> Occurrence:
    starts_at = timezone.now() + dt.timedelta(days=days)
    return Occurrence.objects.create(
        starts_at=starts_at,
        ends_at=starts_at + dt.timedelta(hours=2),
        capacity=capacity,
        is_cancelled=cancelled,
    )


def a_person(name: str = "Soazig", seats: int = 1, contact: str = "") -> Booking:
    kind, contact = read_contact(contact)
    return Booking(first_name=name, seats=seats, contact_kind=kind, contact=contact)
