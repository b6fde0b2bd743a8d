"""A date moved by who holds it: another day or hour, the seats are kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from events import dates
from events.inputs import DayInput, HourInput
from events.models import Occurrence
from events.space.forms import not_past


class MoveForm(forms.Form):
    """Without hours a date of whole days keeps lasting whole days; any other needs them."""

    day = forms.DateField(label=_("New day"), widget=DayInput, validators=[not_past])
    starts = forms.TimeField(label=_("From"), widget=HourInput)
    ends = forms.TimeField(label=_("To"), widget=HourInput)
    reason = forms.CharField(label=_("Why"), max_length=200)

    def __init__(self, *args: Any, date: Occurrence, **options: Any) -> None:
        super().__init__(*args, **options)
        self.date = date
        for name in ("starts", "ends"):
            self.fields[name].required = not date.all_day

    def save(self) -> None:
        """Raises ScheduleError."""
        asked = self.cleaned_data
        dates.move_to(self.date, asked["day"], asked["starts"], asked["ends"], asked["reason"])
