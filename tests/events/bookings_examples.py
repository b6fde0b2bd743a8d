"""Dates and people for the tests of bookings."""

import datetime as dt
import uuid

from django.utils import timezone
from wagtail.models import Page

from events.bookings.contacts import read_contact
from events.models import Booking, Occurrence
from mediation.models import PlacePage, WorkshopPage


def a_place(title: str = "Médiathèque") -> PlacePage:
    place = PlacePage(title=title, commune="56121", street="4 place X", postcode="56100")
    return Page.get_first_root_node().add_child(instance=place)


def a_workshop(place: PlacePage | None = None, title: str = "Premiers pas", **more) -> WorkshopPage:
    slug = f"w-{uuid.uuid4().hex[:8]}"
    page = WorkshopPage(title=title, slug=slug, place=place, commune="56121", **more)
    return Page.get_first_root_node().add_child(instance=page)


def a_date(
    capacity: int | None = 5,
    days: float = 3,
    cancelled: bool = False,
    page: WorkshopPage | None = None,
) -> Occurrence:
    starts_at = timezone.now() + dt.timedelta(days=days)
    ends_at = starts_at + dt.timedelta(hours=2)
    page = page or a_workshop()
    return Occurrence.objects.create(
        page_id=page.pk,
        series=page.translation_key,
        key=uuid.uuid4().hex[:20],
        starts_at=starts_at,
        planned_at=starts_at,
        ends_at=ends_at,
        over_at=ends_at,
        capacity=capacity,
        place=page.place,
        commune="56121",
        state="cancelled" if cancelled else "scheduled",
    )


def a_person(name: str = "Soazig", seats: int = 1, contact: str = "") -> Booking:
    kind, contact = read_contact(contact)
    return Booking(first_name=name, seats=seats, contact_kind=kind, contact=contact)
