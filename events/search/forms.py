"""The calendar's search as a bound form: the address bar is input, a mistake is a message."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from events.search.asked import Asked
from events.search.choices import ACCESS, FORMATS, LANGUAGES, LEVELS, MOMENTS, VIEWS, WHEN
from portal import territory
from portal.schedule.recurrence import YEARS
from portal.search.forms import QueryField

MOST_VALUES = 50
MOST_PAGES = 10_000
FARTHEST = 100  # kilometres
YES, NO = {"1", "true", "on", "yes", "oui", "ya"}, {"", "0", "false", "off", "no", "non", "nann"}
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


class Values(forms.Field):
    """Some of the known values; those that are unknown are told apart, and the rest kept."""

    widget = forms.MultipleHiddenInput

    def __init__(self, known: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(required=False, **kwargs)
        self.known = known or {}

    def clean(self, value: Sequence[str] | None) -> tuple[list[str], list[str]]:
        """(known values in the order asked, unknown ones)."""
        asked = list(dict.fromkeys(one.strip() for one in value or () if one.strip()))
        found = [self.read(one) for one in asked[:MOST_VALUES]]
        kept = [one for one in found if one is not None]
        unknown = [one for one, read in zip(asked, found, strict=False) if read is None]
        return kept, unknown + asked[MOST_VALUES:]

    def read(self, text: str) -> str | None:
        return text if text in self.known else None


class Communes(Values):
    """INSEE codes of ours, or names in either language."""

    def read(self, text: str) -> str | None:
        commune = territory.find(text[:60])
        return commune.code if commune else None


class Day(forms.CharField):
    """YYYY-MM-DD, of a year that a calendar may hold."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        super().__init__(required=False, widget=widget, **kwargs)

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


class Flag(forms.CharField):
    """Yes or nothing."""

    def to_python(self, value: Any) -> bool:
        text = str(value or "").strip().lower()
        if text not in YES | NO:
            raise forms.ValidationError(_("Yes is written 1."))
        return text in YES


class CalendarForm(forms.Form):
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
    page = forms.IntegerField(required=False, min_value=1, max_value=MOST_PAGES)

    def __init__(self, data: QueryDict | None = None, vocabulary: Vocabulary | None = None) -> None:
        super().__init__(data if data is not None else QueryDict())
        # « from » is a word of Python's own.
        self.fields["from"] = Day(label=_("From"))
        for name, known in (vocabulary or {}).items():
            self.fields[name].known = known

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name, field in self.fields.items():
            if isinstance(field, Values):
                data[name], unknown = data.get(name, ([], []))
                self._complain(name, unknown)
        first, last = data.get("from"), data.get("to")
        if first and last and last < first:
            self.add_error("to", _("The end is before the beginning."))
        if data.get("within") and not data.get("commune"):
            self.add_error("within", _("Around which commune? Please choose one."))
        return data

    def _complain(self, name: str, unknown: list[str]) -> None:
        """A message beside the field that leaves its good values in place."""
        if unknown:
            shown = ", ".join(f"« {one[:40]} »" for one in unknown[:3])
            message = _("We do not know %(value)s: it was left out.") % {"value": shown}
            self._errors.setdefault(name, self.error_class()).append(message)

    def asked(self, today: dt.date | None = None) -> Asked:
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
            page=data.get("page") or 1,
        )
