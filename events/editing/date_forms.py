"""What an editor says of one date: cancelled, moved, full, or as planned after all."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events import dates
from events.bookings.notices import tell_everybody
from events.inputs import DayInput, HourInput
from events.models import Occurrence
from portal.schedule import ScheduleError

State = Occurrence.State


class DateForm(forms.Form):
    """The new state of a date, with its reason in both languages."""

    state = forms.ChoiceField(
        label=_("This date is"), choices=State.choices, widget=forms.RadioSelect
    )
    day = forms.DateField(label=_("New day"), required=False, widget=DayInput)
    starts = forms.TimeField(label=_("From"), required=False, widget=HourInput)
    ends = forms.TimeField(label=_("To"), required=False, widget=HourInput)
    reason = forms.CharField(label=_("Why"), required=False, max_length=200)
    reason_br = forms.CharField(label=_("Why, in Breton"), required=False, max_length=200)
    replacement = forms.ModelChoiceField(
        Occurrence.objects.none(), label=_("Another date instead"), required=False
    )

    def __init__(self, *args: Any, date: Occurrence, **options: Any) -> None:
        self.date = date
        options["initial"] = {**_initial(date), **options.get("initial", {})}
        super().__init__(*args, **options)
        others = Occurrence.objects.filter(page=date.page_id).upcoming().standing()
        self.fields["replacement"].queryset = others.exclude(pk=date.pk)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        state = data.get("state")
        if state == State.CANCELLED and not data.get("reason"):
            self.add_error("reason", _("People who planned to come must know why."))
        has_hour = data.get("starts") or self.date.all_day
        if state == State.MOVED and not (data.get("day") and has_hour):
            self.add_error("day", _("When does it take place now? A day and an hour."))
        return data

    def save(self) -> None:
        """Changes the date and tells those who booked. Raises ScheduleError."""
        data = self.cleaned_data
        why = (data["reason"], data["reason_br"])
        match data["state"]:
            case State.CANCELLED:
                dates.cancel(self.date, *why, instead=data["replacement"])
            case State.MOVED:
                self._move(*why)
            case State.FULL:
                dates.mark_full(self.date, *why)
            case _:
                dates.restore(self.date)
        tell_everybody(self.date)

    def _move(self, *why: str) -> None:
        moment = (self.cleaned_data[name] for name in ("day", "starts", "ends"))
        try:
            dates.move_to(self.date, *moment, *why)
        except ScheduleError as error:
            self.add_error(error.field, error.message)
            raise


def _initial(date: Occurrence) -> dict[str, Any]:
    start, end = date.local_start, date.local_end
    hours = {} if date.all_day else {"starts": start.time(), "ends": end.time() if end else None}
    return {
        "state": date.state,
        "day": start.date(),
        **hours,
        "reason": date.reason,
        "reason_br": date.reason_br,
        "replacement": date.replacement_id,
    }
