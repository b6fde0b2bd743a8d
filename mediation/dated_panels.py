"""The editor's form of a dated page, tab by tab, and which of its fields are no words."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

_FACTS = """
schedule place venue_name venue_street venue_postcode venue_town commune online online_url level
format languages access free drop_in lent capacity phone organizer
"""
FACTS = _FACTS.split()


def fields(names: str) -> list[FieldPanel]:
    return [FieldPanel(name) for name in names.split()]


WHEN = [FieldPanel("schedule"), FieldRowPanel(fields("capacity drop_in"))]
WHERE = [
    FieldPanel("place"),
    MultiFieldPanel(
        [
            FieldPanel("venue_name"),
            FieldRowPanel(fields("venue_street venue_postcode")),
            FieldRowPanel(fields("commune venue_town")),
        ],
        heading=_("Or a one-off address"),
    ),
    MultiFieldPanel(fields("online online_url"), heading=_("Online")),
]
FOR_WHOM = [
    FieldRowPanel(fields("format level")),
    InlinePanel("page_themes", label=_("theme"), max_num=4),
    InlinePanel("page_audiences", label=_("audience"), max_num=6),
    *fields("languages access"),
    FieldRowPanel(fields("free price")),
    *fields("lent phone organizer"),
]
