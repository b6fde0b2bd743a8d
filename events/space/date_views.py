"""One date of mine: who comes, a booking by telephone, cancel or move, how many came."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events import dates
from events.bookings import seats
from events.bookings.about import about_date
from events.bookings.notices import tell_everybody
from events.bookings.words import seats_in_words, seats_left
from events.models import Attendance, Booking, Occurrence
from events.space.access import mediators_only
from events.space.coop import coop_line
from events.space.forms import AttendanceForm, CancelForm, PhoneBookingForm
from events.space.move_form import MoveForm
from events.space.views import my_date
from portal.numbers import row_number
from portal.schedule import ScheduleError
from portal.telephones import spoken

FORMS = {"book": PhoneBookingForm, "move": MoveForm, "cancel": CancelForm}
FIELDS = {"book": "booking_form", "move": "move_form", "cancel": "cancel_form"}
MOST_ATTENDANCE = 30


@mediators_only
def date(request: HttpRequest, pk: int) -> HttpResponse:
    """The date, and what the posted button asks."""
    found = my_date(request, pk)
    action = request.POST.get("action", "")
    form = _form(found, action, request.POST) if action in FORMS else None
    if form is None and action:
        _small_action(found, action, request.POST)
        return redirect("space_date", pk=pk)
    if form is not None and form.is_valid():
        try:
            new = _act(found, action, form)
        except seats.SeatError as refusal:
            form.add_error(None, refusal.message)
        except ScheduleError as refusal:
            form.add_error(refusal.field, refusal.message)
        else:
            if new:
                return redirect("space_booked", pk=pk, booking=new.pk)
            return redirect("space_date", pk=pk)
    return render(request, "events/space/date.html", _about(found, action, form))


@mediators_only
def booked(request: HttpRequest, pk: int, booking: int) -> HttpResponse:
    """The code to say on the telephone."""
    found = my_date(request, pk)
    code = get_object_or_404(found.bookings, pk=booking).code
    context = {"occurrence": found, "about": about_date(found), "code": code}
    return render(request, "events/space/booked.html", context)


def _form(found: Occurrence, action: str, data=None):
    about = {"date": found} if action == "move" else {}
    return FORMS[action](data, auto_id=f"{action}_%s", **about)


@transaction.atomic
def _act(found: Occurrence, action: str, form) -> Booking | None:
    """Does what a full form asks; the new booking, if it is one."""
    asked = form.cleaned_data
    if action == "book":
        return seats.book(found, form.booking(typed_by_mediator=True))
    if action == "cancel":
        reason = ". ".join(part for part in (asked["reason"], asked["instead"]) if part)
        dates.cancel(found, reason[:200])
    else:
        form.save()
    tell_everybody(found)
    return None


def _small_action(found: Occurrence, action: str, asked) -> None:
    """One tap: somebody was called, or so many came."""
    if action == "told":
        found.bookings.filter(pk=row_number(asked.get("booking"))).update(told_by_phone=True)
    form = AttendanceForm(asked)
    if action == "attendance" and found.starts_at <= timezone.now() and form.is_valid():
        Attendance.objects.update_or_create(occurrence=found, defaults=form.cleaned_data)


def _about(found: Occurrence, action: str, form) -> dict[str, Any]:
    people = list(found.bookings.active().order_by("status", "created_at"))
    for person in people:
        person.seats_words = seats_in_words(person.seats)
        person.spoken = spoken(person.contact) if person.contact_kind == "phone" else ""
    waiting = sum(person.status == Booking.Status.WAITING for person in people)
    attendance = Attendance.objects.filter(occurrence=found).first()
    begun = found.starts_at <= timezone.now()
    context: dict[str, Any] = {
        "occurrence": found,
        "about": about_date(found),
        "people_title": _("Who comes"),
        "bookings": people,
        "seats_left": seats_left(found.seats_left, waiting),
        "errors": form,
        "is_over": found.over_at <= timezone.now(),
        "has_begun": begun,
        "numbers": range(min(found.capacity or MOST_ATTENDANCE, MOST_ATTENDANCE) + 1)
        if begun
        else (),
        "came": attendance.came if attendance else None,
        "coop": _coop(found, attendance) if attendance else "",
    }
    context |= {name: _form(found, key) for key, name in FIELDS.items()}
    return context | ({FIELDS[action]: form} if form is not None else {})


def _coop(found: Occurrence, attendance: Attendance) -> str:
    page, language = found.page.specific, get_language() or "fr"
    themes = [row.theme.name(language) for row in page.page_themes.select_related("theme")]
    length = (found.ends_at or found.over_at) - found.starts_at
    level = page.get_level_display()
    place = found.place.title
    return coop_line(found.local_start.date(), length, attendance.came, themes, level, place)
