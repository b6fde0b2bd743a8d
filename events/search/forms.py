"""The calendar's search as a bound form: the address bar is input, a mistake is a message."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from events.inputs import DayInput
from events.search.asked import Asked
from events.search.choices import ACCESS, FORMATS, LANGUAGES, LEVELS, MOMENTS, VIEWS, WHEN
from portal.query_fields import Communes, Flag, QueryForm, Values
from portal.schedule.recurrence import YEARS
from portal.search.forms import QueryField

MOST_PAGES = 10_000
FARTHEST = 100  # kilometres
FACETS = (
    "moment",
    "theme",
    "audience",
    "level",
    "format",
    "place",
    "language",
    "access",
    "edition",
)
FLAGS = ("online", "free", "dropin", "lent", "seats")
Vocabulary = Mapping[str, Mapping[str, Any]]


class Day(forms.CharField):
    """YYYY-MM-DD, of a year that a calendar may hold."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=DayInput, **kwargs)

    def to_python(self, value: Any) -> dt.date | None:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            day = dt.date.fromisoformat(text[:10] if len(text) < 12 else "")
        except ValueError:
            raise forms.ValidationError(_("Please write a day like 2026-11-24.")) from None
        if day.year not in YEARS:
            raise forms.ValidationError(_("Please check the year."))
        return day


class CalendarForm(QueryForm):
    """GET bound. `vocabulary` gives the known values of theme, audience, place and edition."""

    q = QueryField(label=_("What are you looking for?"))
    commune = Communes(label=_("Commune"))
    within = forms.FloatField(
        label=_("Within (kilometres)"), required=False, min_value=0, max_value=FARTHEST
    )
    to = Day(label=_("To"))
    when = Values(WHEN, label=_("When"))
    moment = Values(MOMENTS, label=_("Time of day"))
    theme = Values(label=_("Theme"))
    audience = Values(label=_("For whom"))
    level = Values(LEVELS, label=_("Level"))
    format = Values(FORMATS, label=_("Kind of session"))
    place = Values(label=_("Place"))
    language = Values(LANGUAGES, label=_("Language of the session"))
    access = Values(ACCESS, label=_("Accessibility"))
    edition = Values(label=_("Edition"))
    online = Flag(label=_("Online"), required=False)
    free = Flag(label=_("Free of charge"), required=False)
    dropin = Flag(label=_("No booking: just come"), required=False)
    lent = Flag(label=_("Equipment lent"), required=False)
    seats = Flag(label=_("Seats left"), required=False)
    view = Values(VIEWS, label=_("View"))
    refine = Flag(label=_("Refine"), required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=MOST_PAGES)

    def __init__(self, data: QueryDict | None = None, vocabulary: Vocabulary | None = None) -> None:
        super().__init__(data if data is not None else QueryDict())
        # « from » is a word of Python's own.
        self.fields["from"] = Day(label=_("From"))
        for name, known in (vocabulary or {}).items():
            self.fields[name].known = known

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        first, last = data.get("from"), data.get("to")
        if first and last and last < first:
            self.add_error("to", _("The end is before the beginning."))
        if data.get("within") and not data.get("commune"):
            self.add_error("within", _("Around which commune? Please choose one."))
        return data

    def asked(self) -> Asked:
        """The search as far as it can be understood; never raises."""
        self.is_valid()
        data = self.cleaned_data
        choices = {name: tuple(data[name]) for name in FACETS if data.get(name)}
        choices |= {name: ("1",) for name in FLAGS if name != "seats" and data.get(name)}
        return Asked(
            words=data.get("q", ""),
            communes=tuple(data.get("commune", ())),
            within=data.get("within") or 0.0,
            first=data.get("from"),
            last=data.get("to"),
            when=tuple(data.get("when", ())),
            choices=choices,
            seats=bool(data.get("seats")),
            view=(data.get("view") or ["list"])[0],
            refined=bool(data.get("refine")),
            page=data.get("page") or 1,
        )
