"""A day and an hour as browsers let people choose them."""

from typing import Any

from django import forms


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self, **options: Any) -> None:
        super().__init__(format="%Y-%m-%d", **options)  # the form browsers read


class HourInput(forms.TimeInput):
    input_type = "time"
