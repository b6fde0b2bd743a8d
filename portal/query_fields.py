"""Fields of a search whose address bar is input: what is unknown is told, the rest is kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from portal import territory

MOST_VALUES = 50
YES, NO = {"1", "true", "on", "yes", "oui", "ya"}, {"", "0", "false", "off", "no", "non", "nann"}


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


class Flag(forms.CharField):
    """Yes or nothing."""

    def to_python(self, value: Any) -> bool:
        text = str(value or "").strip().lower()
        if text not in YES | NO:
            raise forms.ValidationError(_("Yes is written 1."))
        return text in YES


class QueryForm(forms.Form):
    """A search bound to an address; its `Values` fields keep their good values."""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name, field in self.fields.items():
            if isinstance(field, Values):
                data[name], unknown = data.get(name, ([], []))
                self._complain(name, unknown)
        return data

    def _complain(self, name: str, unknown: list[str]) -> None:
        """A message beside the field that leaves its good values in place."""
        if unknown:
            shown = ", ".join(f"« {one[:40]} »" for one in unknown[:3])
            message = _("We do not know %(value)s: it was left out.") % {"value": shown}
            self._errors.setdefault(name, self.error_class()).append(message)
