"""The editor's form of a place, tab by tab, and which of its fields are facts."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel

# What is the same in every language: kept by the French page, copied to the Breton one.
_FACTS = """
kinds other_kinds commune street street_extra postcode latitude longitude phone emails websites
booking_url acceslibre_url opening_hours services audiences needs fees contacts ways mobility
programmes labels other_labels parent_structure access equipment wifi_outside languages setting
purposes siret source number by_hand updated_on confirmed_on confirmed_by asked_on gone_since
alike merged_into
"""
FACTS = _FACTS.split()


def fields(names: str) -> list[FieldPanel]:
    return [FieldPanel(name) for name in names.split()]


ESSENTIAL = [
    HelpPanel(template="mediation/admin/completeness.html", heading=_("Completeness")),
    FieldPanel("title"),
    *fields("kinds introduction text"),
    MultiFieldPanel(
        [
            FieldPanel("commune"),
            FieldRowPanel(fields("street postcode")),
            FieldPanel("street_extra"),
            FieldRowPanel(fields("latitude longitude")),
        ],
        heading=_("Address"),
    ),
    MultiFieldPanel(fields("phone emails websites booking_url"), heading=_("Contact")),
    InlinePanel("photos", label=_("photo"), max_num=6),
]
HOURS = [
    *fields("opening_hours hours_note"),
    InlinePanel("closures", label=_("dated closure or opening")),
]
HELP = fields(
    "services ways contacts fees audiences needs languages programmes labels other_labels"
)
COMING = fields("coming access access_details acceslibre_url equipment wifi_outside mobility")
TRUST = [
    *fields("setting purposes other_kinds siret parent_structure source number"),
    FieldRowPanel(fields("updated_on confirmed_on confirmed_by")),
]
