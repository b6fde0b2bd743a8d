"""The site search as a bound form: bad input is fewer words or a message, never an error."""

from typing import Any

from django import forms
from django.core.validators import EMPTY_VALUES
from django.utils.translation import gettext_lazy as _

from portal.search.cleaning import LONGEST_QUERY, clean_query
from portal.search.kinds import KINDS

CHOICES = {"": _("Everything"), **KINDS}


class QueryField(forms.CharField):
    """Words to look for; what cannot be looked for is left out without a reproach."""

    def __init__(self, **kwargs: Any) -> None:
        search_box = forms.TextInput(attrs={"type": "search", "maxlength": LONGEST_QUERY})
        super().__init__(**{"required": False, "widget": search_box, **kwargs})

    def to_python(self, value: Any) -> str:
        return "" if value in EMPTY_VALUES else clean_query(value)

    def bound_data(self, data: Any, initial: Any) -> str:
        """The reader sees the words that were really looked for."""
        return self.to_python(data)


class SiteSearchForm(forms.Form):
    """q: the words; kind: one kind of page only; page: which page of results, from 1."""

    q = QueryField(label=_("Words to look for"))
    kind = forms.ChoiceField(
        label=_("Kind of page"),
        required=False,
        choices=list(CHOICES.items()),
        error_messages={"invalid_choice": _("This kind of page does not exist: all are shown.")},
    )
    page = forms.CharField(required=False)

    def asked(self) -> tuple[str, str, str]:
        """The words, the kind and the page as far as they are valid; never raises."""
        self.is_valid()
        words, kind, page = (self.cleaned_data.get(name, "") for name in ("q", "kind", "page"))
        return words, kind, page
