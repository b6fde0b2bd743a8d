"""Several ticked boxes in one column, « |demarches|emploi| », which any database can search."""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from mediation.choices import Choices
from mediation.hours_form import HoursField as HoursFormField

BAR = "|"


def stored(codes: Iterable[str]) -> str:
    """« |a|b| »; empty when nothing is ticked."""
    kept = [code for code in codes if code]
    return f"{BAR}{BAR.join(kept)}{BAR}" if kept else ""


class TickedField(models.CharField):
    """Codes of `among`, a Choices; in Python a list of codes, in the order of the choices."""

    def __init__(self, *args, among: Choices | None = None, **kwargs):
        self.among = among or Choices()
        super().__init__(*args, **{"blank": True, "max_length": 400, **kwargs})

    def from_db_value(self, value, expression, connection):
        return self.to_python(value)

    def to_python(self, value):
        if isinstance(value, str):
            value = value.split(BAR)
        codes = [code for code in value or () if code]
        order = {each.code: rank for rank, each in enumerate(self.among)}
        return sorted(codes, key=lambda code: order.get(code, len(order)))

    def get_prep_value(self, value):
        return value if isinstance(value, str) else stored(value or ())

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj))

    def get_searchable_content(self, value):
        """The words of what is ticked, for the search."""
        return [str(label) for label in self.among.labels(value or ())]

    def validate(self, value, model_instance):
        known = {each.code for each in self.among}
        if unknown := [code for code in value if code not in known]:
            raise ValidationError(
                _("Unknown choice: %(codes)s"), params={"codes": ", ".join(unknown)}
            )

    def run_validators(self, value):
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs):
        kwargs.pop("max_length", None)
        return forms.MultipleChoiceField(
            choices=self.among.options,
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


class HoursField(models.CharField):
    """An OSM opening_hours expression, typed as a week (hours_form.py)."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"blank": True, "max_length": 1000, **kwargs})

    def formfield(self, **kwargs):
        return HoursFormField(required=False, label=self.verbose_name, help_text=self.help_text)
