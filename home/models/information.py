"""Pages that only inform: legal notice, accessibility, site map, « facile à lire »."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from home.blocks import SECTIONS
from portal.models import BasePage


class InformationPage(BasePage):
    """Sections of plain text; one of them also shows the site map."""

    class Pictogram(models.TextChoices):
        BOOK = "book", _("book")
        PIN = "pin", _("place")
        CALENDAR = "calendar", _("calendar")
        ALERT = "alert", _("danger")
        BOAT = "boat", _("boat")
        PEOPLE = "people", _("people")
        PHONE = "phone", _("telephone")

    sections = StreamField(SECTIONS, verbose_name=_("sections"), blank=True)
    shows_site_map = models.BooleanField(_("shows the site map"), default=False)
    is_easy_to_read = models.BooleanField(
        _("easy to read"),
        default=False,
        help_text=_("One idea a line, large letters, a pictogram. Have it read by readers."),
    )
    pictogram = models.CharField(_("pictogram"), max_length=8, choices=Pictogram, blank=True)

    parent_page_types = ["home.HomePage", "home.InformationPage"]
    subpage_types = ["home.InformationPage", "events.EditionPage"]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("sections"),
        MultiFieldPanel(
            [
                FieldPanel("is_easy_to_read"),
                FieldPanel("pictogram"),
                FieldPanel("shows_site_map"),
            ],
            heading=_("How it is shown"),
        ),
    ]

    class Meta:
        verbose_name = _("information page")

    def get_context(self, request, *args, **kwargs):
        more = {"pages_below": self.get_children().live().public().specific()}
        if self.shows_site_map:
            more["branches"] = branches(self)
        return super().get_context(request, *args, **kwargs) | more


def branches(page: Page) -> list[tuple[Page, list[Page]]]:
    """Each section of the site with its own pages, one level below; two queries."""
    home = page.get_ancestors().filter(depth=2).first() or page
    sections = list(home.get_children().live().public().order_by("path"))
    deeper = Page.objects.descendant_of(home).filter(depth=home.depth + 2)
    below = list(deeper.live().public().order_by("path"))
    length = Page.steplen * (home.depth + 1)
    return [
        (section, [each for each in below if each.path[:length] == section.path])
        for section in sections
    ]
