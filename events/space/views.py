"""The pages of the space: my dates, a new workshop, the same again."""

import calendar
import datetime as dt
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.bookings.about import about_date
from events.bookings.words import seats_kind, seats_left
from events.models import Booking, Occurrence, SchoolHoliday, Team
from events.showing.pages import shown_pages
from events.showing.rows import days_of, hours_of
from events.space.access import mediators_only, teams_of
from events.space.forms import AgainForm, WorkshopForm, days_ahead
from events.space.posting import (
    PostError,
    post_again,
    post_workshop,
    schedule_so_far,
    version_for,
    waiting_for_moderators,
)
from events.space.warnings import warnings_about
from portal.dates import day_in_words, month_in_words, words
from portal.schedule import public_holidays
from portal.schedule.holidays import during

MOST_SHOWN = 100
RECENT = dt.timedelta(days=7)


@mediators_only
def home(request: HttpRequest) -> HttpResponse:
    """My next dates and those of last week, with who comes."""
    language = get_language() or "fr"
    waiting = Count("bookings", filter=Q(bookings__status=Booking.Status.WAITING))
    now = timezone.now()
    found = my_dates(request).filter(over_at__gt=now - RECENT).order_by("starts_at")
    dates = list(found.select_related("place").annotate(waiting=waiting)[:MOST_SHOWN])
    pages = shown_pages(dates, language)
    coming = [_row(date, pages, language) for date in dates if date.over_at > now]
    over = [_row(date, pages, language) for date in dates if date.over_at <= now]
    context = {
        "days": days_of(coming, timezone.localdate(), language),
        "days_over": days_of(over, timezone.localdate(), language),
        "waiting_pages": [_answer_of(state) for state in waiting_for_moderators(request.user)],
    }
    return render(request, "events/space/home.html", context)


@mediators_only
def new(request: HttpRequest) -> HttpResponse:
    """One screen; a second look only when there is something to be warned of."""
    form = WorkshopForm(request.POST or None, teams=teams_of(request.user))
    warnings: list[str] = []
    if form.is_valid():
        team = form.cleaned_data["team"]
        warnings = warnings_about(form.slots, team, request.user)
        if (not warnings or "warned" in request.POST) and _posted(form, team, request.user):
            return redirect("space")
    folded = [form[name] for name in form.folded]
    context = {
        "form": form,
        "warnings": warnings,
        "main_fields": [field for field in form if field.name not in form.folded],
        "folded_fields": folded,
        "folded_open": any(field.errors or field.value() for field in folded),
    }
    return render(request, "events/space/new.html", context)


def _posted(form: WorkshopForm, team: Team, user: AbstractBaseUser) -> bool:
    """Posts the workshop; when it cannot be, the form says why."""
    try:
        post_workshop(team, user, form.recurrence, form.cleaned_data)
    except PostError as refusal:
        form.add_error(None, refusal.message)
        return False
    return True


@mediators_only
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """« Refaire »: tap days on a calendar, publish."""
    date = my_date(request, pk)
    page, team = date.page.specific, team_of(request, date)
    so_far = schedule_so_far(version_for(team, page), page)
    form = AgainForm(request.POST or None, recurrence=so_far)
    if form.is_valid():
        post_again(page, team, request.user, form.more)
        return redirect("space")
    chosen = request.POST.getlist("days")
    language = get_language() or "fr"
    context = {
        "form": form,
        "about": about_date(date),
        "hours": hours_of(date, language),
        "months": _months(days_ahead(), chosen, language),
        "weekdays": words(language).short_weekdays,
    }
    return render(request, "events/space/again.html", context)


def my_dates(request: HttpRequest):
    """The dates of my places; what is not mine is not found."""
    return Occurrence.objects.filter(place__team__in=teams_of(request.user))


def my_date(request: HttpRequest, pk: int) -> Occurrence:
    return get_object_or_404(my_dates(request).select_related("page", "place"), pk=pk)


def team_of(request: HttpRequest, date: Occurrence) -> Team:
    team = teams_of(request.user).filter(place=date.place_id).first()
    if team is None:
        raise Http404
    return team


def _row(date: Occurrence, pages: dict[object, Any], language: str) -> dict[str, Any]:
    page = pages.get(date.series)
    badges = []
    if date.is_cancelled:
        badges.append({"label": _("Cancelled"), "kind": "off"})
    elif date.capacity:
        left = date.seats_left or 0
        label = seats_left(left, date.waiting)
        badges.append({"label": label, "kind": seats_kind(left)})
    return {
        "day": date.local_start.date(),
        "time": hours_of(date, language),
        "title": page.title if page else _("Waiting to be published"),
        "url": reverse("space_date", args=[date.pk]),
        "where": date.place.title,
        "badges": badges,
        "off": date.is_cancelled,
    }


def _answer_of(state) -> dict[str, str]:
    """Where a post stands, and why it was sent back."""
    task = state.current_task_state
    if state.status == state.STATUS_NEEDS_CHANGES:
        why = task.comment if task else ""
        return {"title": str(state.content_object), "state": _("Sent back: %s") % why}
    return {"title": str(state.content_object), "state": _("A moderator will read it soon.")}


def _months(ahead: list[dt.date], chosen: list[str], language: str) -> list[dict[str, Any]]:
    """The months one may tap in, each a real table of weeks."""
    periods = SchoolHoliday.known()

    def cell(day: dt.date, month: int) -> dict[str, Any]:
        if day.month != month:
            return {"day": "", "iso": ""}
        free = ahead[0] <= day <= ahead[-1]
        note = _("holiday") if day in public_holidays(day.year) else ""
        note = note or (_("school hol.") if during(periods, day) else "")
        return {
            "day": day.day,
            "iso": day.isoformat() if free else "",
            "words": day_in_words(day, language),
            "note": note,
            "chosen": day.isoformat() in chosen,
        }

    return [
        {
            "name": month_in_words(dt.date(year, month, 1), language),
            "weeks": [
                [cell(day, month) for day in week]
                for week in calendar.Calendar().monthdatescalendar(year, month)
            ],
        }
        for year, month in dict.fromkeys((day.year, day.month) for day in ahead)
    ]
