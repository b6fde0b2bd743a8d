"""What is taught, again and again: a workshop and the page that lists them."""

from django.utils.translation import gettext_lazy as _

from mediation.models.dated import DatedPage
from portal.models import BasePage


class WorkshopIndexPage(BasePage):
    """All workshops of the territory; their dates are in the calendar."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["mediation.WorkshopPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of workshops")


class WorkshopPage(DatedPage):
    """A workshop, a permanence: what one learns there, for whom, where and how often."""

    parent_page_types = ["mediation.WorkshopIndexPage"]
    shown_with = ("place",)

    class Meta:
        verbose_name = _("workshop")
        verbose_name_plural = _("workshops")
