"""The resident's pages: book a date, see one's booking, come back by code. GET never acts."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.bookings import links, seats
from events.bookings.about import about_date, calendar_of, moment_in_words
from events.bookings.forms import ActionForm, BookingForm, CodeForm, seat_choices
from events.bookings.words import seats_in_words, seats_kind, seats_left
from events.feeds.ical import CONTENT_TYPE
from events.models import Booking, Occurrence
from events.showing.rows import notes_of
from portal.public_forms import public_form
from portal.telephones import spoken


@public_form
def book(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of one date; once sent, the answer is the booking's own page."""
    occurrence = get_object_or_404(Occurrence.objects.visible(), pk=pk)
    form = BookingForm.of(request)
    if form.is_valid():
        try:
            booking = seats.book(occurrence, form.booking())
        except seats.SeatError as refusal:
            form.add_error(None, refusal.message)
        else:
            return redirect("booking", link=booking.link)
    return form.answer("events/booking_form.html", _about(occurrence) | {"form": form})


@public_form
def booking(request: HttpRequest, link: str) -> HttpResponse:
    """The person's own page, by a private link: see, accept, change, cancel, erase."""
    found = links.open_link(link)
    if found is None:
        return _private(TemplateResponse(request, "events/booking_gone.html", status=404))
    form = ActionForm.of(request)
    if form.is_valid():
        try:
            return _private(_act(request, found, form.cleaned_data))
        except seats.SeatError as refusal:
            form.add_error(None, refusal.message)
    context = _about_booking(found) | {"form": form, "link": link}
    return _private(form.answer("events/booking.html", context))


@public_form
def by_code(request: HttpRequest) -> HttpResponse:
    """For whoever kept a code and no message."""
    form = CodeForm.of(request)
    if form.is_valid():
        found = Booking.objects.by_code(form.cleaned_data["code"])
        if found:
            return _private(redirect("booking", link=links.short_link(found)))
        form.add_error("code", _("No booking has this code. Look at it again, or phone us."))
    return _private(form.answer("events/booking_code.html", {"form": form}))


def calendar_file(request: HttpRequest, link: str) -> HttpResponse:
    """The date as an .ics file, for the person's own calendar."""
    found = links.open_link(link)
    if found is None:
        raise Http404
    answer = HttpResponse(calendar_of(found.occurrence), content_type=CONTENT_TYPE)
    answer["Content-Disposition"] = 'attachment; filename="date.ics"'
    return _private(answer)


def _act(request: HttpRequest, booking: Booking, asked: dict[str, Any]) -> HttpResponse:
    page = reverse("booking", args=[links.short_link(booking)])
    match asked["action"]:
        case "accept":
            seats.accept(booking)
        case "seats":
            seats.change_seats(booking, asked["seats"])
        case "cancel":
            seats.cancel(booking)
        case "erase":
            receipt = seats.erase(booking)
            return TemplateResponse(request, "events/booking_erased.html", {"receipt": receipt})
    return redirect(page)


def _about(occurrence: Occurrence) -> dict[str, Any]:
    left = occurrence.seats_left or 0
    waiting = 0 if left else occurrence.bookings.waiting().count()
    return {
        "occurrence": occurrence,
        "about": about_date(occurrence),
        "seats_left": seats_left(occurrence.seats_left, waiting),
        "seats_kind": seats_kind(left),
    }


def _about_booking(booking: Booking) -> dict[str, Any]:
    until, date = booking.offered_until, booking.occurrence
    return {
        "booking": booking,
        "about": about_date(date),
        "notes": notes_of(date, get_language() or "fr"),
        "instead": about_date(date.replacement)["url"] if date.replacement else "",
        "seats": seats_in_words(booking.seats),
        "seat_choices": seat_choices(),
        "contact": spoken(booking.contact),
        "until": moment_in_words(until) if until else "",
    }


def _private(response: HttpResponse) -> HttpResponse:
    """Nobody keeps a copy: no cache, no search engine, and no address given to another site."""
    add_never_cache_headers(response)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    response["Referrer-Policy"] = "same-origin"
    return response
