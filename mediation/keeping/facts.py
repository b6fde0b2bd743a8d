"""What a partner may change of its own place, and how it reaches the page."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mediation import opening_hours
from mediation.exchange_fields import PAGE_FIELD
from mediation.models.place_details import PlaceReport
from mediation.models.places import PlacePage
from portal.telephones import spoken

FIELDS = ["phone", "emails", "websites", "coming", "access_details", "hours_note"]


class FactsForm(forms.ModelForm):
    """The facts that change most; each is checked as in the admin."""

    hours = forms.CharField(
        label=gettext_lazy("New opening hours, in words"),
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "Monday to Friday 9h-12h and 14h-17h. Leave empty when they have not changed."
        ),
    )

    class Meta:
        model = PlacePage
        fields = FIELDS
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in ("coming", "access_details")}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["phone"] = spoken(self.instance.phone)

    def clean_hours(self) -> str:
        """An OSM expression, or nothing."""
        typed = self.cleaned_data["hours"].strip()
        if not typed:
            return ""
        converted = opening_hours.convert(typed)
        if converted is None or opening_hours.problems(converted.osm):
            raise ValidationError(
                _("These hours are not understood. Write for example: Monday to Friday 9h-12h.")
            )
        return converted.osm

    def changes(self) -> dict[str, Any]:
        """Field of the page → its new value, only what is really new."""
        changed = {
            name: getattr(self.instance, name) for name in FIELDS if name in self.changed_data
        }
        hours = self.cleaned_data["hours"]
        return changed | ({"opening_hours": hours} if hours else {})


def publish(place: PlacePage, changes: dict[str, Any]) -> None:
    """On the site at once, and no longer touched by imports."""
    taken = {national for national, name in PAGE_FIELD.items() if name in changes}
    kept = sorted({*place.by_hand, *taken}) if place.is_imported else place.by_hand
    _write(place, {**changes, "by_hand": kept, **_confirmation(place)})


def mark_confirmed(place: PlacePage, by: str = "") -> None:
    """« Still right », today."""
    _write(place, _confirmation(place, by))


def mark_asked(place: PlacePage) -> None:
    """The yearly question left today."""
    _write(place, {"asked_on": timezone.localdate()})


def _confirmation(place: PlacePage, by: str = "") -> dict[str, Any]:
    return {"confirmed_on": timezone.localdate(), "confirmed_by": by or place.title}


def _write(place: PlacePage, facts: dict[str, Any]) -> None:
    """On the live page and on the draft, so that an editor's work goes on and stays unpublished."""
    live = PlacePage.objects.get(pk=place.pk)
    for name, value in facts.items():
        setattr(live, name, value)
    live.save(clean=False)
    if revision := live.latest_revision:
        revision.content |= json.loads(json.dumps(facts, cls=DjangoJSONEncoder))
        revision.save(update_fields=["content"])


def ask_moderators(place: PlacePage, changes: dict[str, Any]) -> None:
    """What a team that is not trusted yet would change waits in the moderators' queue."""
    lines = [
        f"{place._meta.get_field(name).verbose_name}: {value or _('to be emptied')}"
        for name, value in changes.items()
    ]
    PlaceReport.objects.create(
        place=place, kind=PlaceReport.Kind.OTHER, message="\n".join(lines), from_partner=True
    )
