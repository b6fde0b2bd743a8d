"""The directory's search as a bound form: the address bar is input, a mistake is a message."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from mediation import choices
from mediation.opening_hours.state import PARIS
from portal import territory
from portal.query_fields import Communes, Flag, QueryForm, Values
from portal.search.forms import QueryField

FARTHEST = 100  # kilometres
MOST_PAGES = 1000
VIEWS = {"list": _("List"), "map": _("Map")}


def _by_code(among: choices.Choices) -> dict[str, Any]:
    return dict(among.options())


# Facets of the address, in the order they are shown, and the field of a place that answers.
FACETS = {
    "service": (_("What for?"), choices.SERVICES, "services"),
    "kind": (_("Kind of place"), choices.KINDS, "kinds"),
    "access": (_("Accessibility"), choices.ACCESS, "access"),
    "need": (_("Special needs welcome"), choices.NEEDS, "needs"),
    "audience": (_("For whom"), choices.AUDIENCES, "audiences"),
    "way": (_("Forms of help"), choices.WAYS, "ways"),
}
FLAGS = ("free", "wifi", "breton")


@dataclass(frozen=True)
class Asked:
    """A search understood. One value of a facet suffices, every facet must fit.

    `refined` when the reader wants every choice to narrow it by.
    """

    words: str = ""
    communes: tuple[str, ...] = ()
    within: float = 0
    open_at: dt.datetime | None = None
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    flags: frozenset[str] = frozenset()
    view: str = "list"
    refined: bool = False
    page: int = 1

    def reach(self) -> list[str]:
        """The communes asked, and those around them; empty for all."""
        if not self.within:
            return list(self.communes)
        near = [code for one in self.communes for code in territory.within(one, self.within)]
        return list(dict.fromkeys(near))


class Moment(forms.CharField):
    """« now », or a local date and time in ISO form."""

    def to_python(self, value: Any) -> dt.datetime | str | None:
        text = str(value or "").strip()
        if text in ("", "now"):
            return text or None
        try:
            moment = dt.datetime.fromisoformat(text)
        except ValueError:
            raise forms.ValidationError(
                _("Please write « now », or a moment like 2026-11-24T14:30.")
            ) from None
        if not 2000 <= moment.year < 2100:
            raise forms.ValidationError(_("Please check the year."))
        return moment.astimezone(PARIS).replace(tzinfo=None) if moment.tzinfo else moment


class DirectoryForm(QueryForm):
    """GET bound; `asked` never raises."""

    q = QueryField(label=_("What are you looking for?"))
    commune = Communes(label=_("Commune"))
    within = forms.FloatField(
        label=_("Within (kilometres)"), required=False, min_value=0, max_value=FARTHEST
    )
    open = Moment(label=_("Open"), required=False)
    free = Flag(label=_("Free of charge"), required=False)
    wifi = Flag(label=_("Public Wi-Fi"), required=False)
    breton = Flag(label=_("Breton spoken"), required=False)
    view = Values(VIEWS, label=_("View"))
    refine = Flag(label=_("Narrow the search"), required=False)
    page = forms.IntegerField(required=False, min_value=1, max_value=MOST_PAGES)

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data if data is not None else QueryDict())
        for name, (label, among, _field) in FACETS.items():
            self.fields[name] = Values(_by_code(among), label=label)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("within") and not data.get("commune"):
            self.add_error("within", _("Around which commune? Please choose one."))
        return data

    def asked(self, now: dt.datetime) -> Asked:
        """The search as far as it can be understood, at a local naive moment."""
        self.is_valid()
        data = self.cleaned_data
        moment = data.get("open")
        return Asked(
            words=data.get("q", ""),
            communes=tuple(data.get("commune", ())),
            within=data.get("within") or 0.0,
            open_at=now if moment == "now" else moment,
            choices={name: tuple(data[name]) for name in FACETS if data.get(name)},
            flags=frozenset(name for name in FLAGS if data.get(name)),
            view=(data.get("view") or ["list"])[0],
            refined=bool(data.get("refine")),
            page=data.get("page") or 1,
        )
