"""A workshop in one screen, the same again on other days, a date cancelled or moved."""

import datetime as dt
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.bookings.forms import BookingFields
from events.inputs import DayInput, HourInput
from events.models import SchoolHoliday, Team
from portal.schedule.errors import ScheduleError
from portal.schedule.recurrence import Recurrence, Rule

WEEKS_AHEAD = 10
MOST_PLACES = 200


def not_past(day: dt.date) -> None:
    if day < timezone.localdate():
        raise ValidationError(_("This day is over. Please choose one to come."))


def days_ahead() -> list[dt.date]:
    """The days one may do it again."""
    today = timezone.localdate()
    return [today + dt.timedelta(days=n) for n in range(1, 7 * WEEKS_AHEAD)]


class ScheduledForm(forms.Form):
    """Forms that end in a rhythm: what is wrong with it is said at its field."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors:
            try:
                self.recurrence = self.read_schedule(cleaned)
                self.slots = self.recurrence.dates(SchoolHoliday.known())
            except ScheduleError as error:
                self.add_error(error.field if error.field in self.fields else None, error.message)
        return cleaned

    def read_schedule(self, cleaned: dict[str, Any]) -> Recurrence:
        raise NotImplementedError


class WorkshopForm(ScheduledForm):
    """What, where (mine first), when, how many: the rest is folded and has good defaults."""

    title = forms.CharField(label=_("What will people learn?"), max_length=120)
    team = forms.ModelChoiceField(Team.objects.none(), label=_("Where"), empty_label=None)
    day = forms.DateField(label=_("Day"), widget=DayInput, validators=[not_past])
    starts = forms.TimeField(label=_("From"), widget=HourInput)
    ends = forms.TimeField(label=_("To"), widget=HourInput)
    capacity = forms.IntegerField(
        label=_("How many people"),
        min_value=1,
        max_value=MOST_PLACES,
        required=False,
        initial=8,
        help_text=_("Leave empty when people just come, without booking."),
    )
    until = forms.DateField(
        label=_("Every week until"),
        widget=DayInput,
        required=False,
        help_text=_("Leave empty for one date. School and public holidays are left out."),
    )
    summary = forms.CharField(
        label=_("In a sentence or two"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    folded = ("until", "summary")

    def __init__(self, *args: Any, teams: QuerySet[Team], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["team"].queryset = teams

    def read_schedule(self, cleaned: dict[str, Any]) -> Recurrence:
        until, day = cleaned["until"], cleaned["day"]
        return Recurrence(
            start=day,
            starts=cleaned["starts"],
            ends=cleaned["ends"],
            rule=Rule("weekly", until, weekdays=(day.weekday(),)) if until else None,
            skip_school_holidays=bool(until),
            skip_public_holidays=bool(until),
        )


class AgainForm(ScheduledForm):
    """« Refaire »: days tapped on a calendar, at the hours of the last time."""

    days = forms.MultipleChoiceField(label=_("Which days"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, recurrence: Recurrence, **options: Any) -> None:
        super().__init__(*args, **options)
        self.before = recurrence
        ahead = [day.isoformat() for day in days_ahead()]
        self.fields["days"].choices = [(day, day) for day in ahead]

    def read_schedule(self, cleaned: dict[str, Any]) -> Recurrence:
        """The rhythm so far, and the tapped days as dates of their own."""
        self.more = [dt.date.fromisoformat(day) for day in cleaned["days"]]
        after = self.before.with_days(self.more, SchoolHoliday.known())
        if after == self.before:
            raise ScheduleError(_("There is a session on each of these days already."))
        return after


class CancelForm(forms.Form):
    """Why a date will not be, and what people may do instead: they are told at once."""

    reason = forms.CharField(label=_("Why"), max_length=200)
    instead = forms.CharField(label=_("What people may do instead"), max_length=200, required=False)


class PhoneBookingForm(BookingFields):
    """A booking taken by telephone and typed by the mediator; the code is said aloud."""


class AttendanceForm(forms.Form):
    """How many came: one number, no name."""

    came = forms.IntegerField(label=_("How many came"), min_value=0, max_value=500)
