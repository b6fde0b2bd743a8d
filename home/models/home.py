"""The home page: what a resident can do in ten seconds."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from portal.models import BasePage


class HomePage(BasePage):
    """The few words editors choose; all the rest is what the other pages say today."""

    welcome = models.CharField(
        _("welcome"),
        max_length=80,
        blank=True,
        help_text=_("In the bubble, in large letters. Empty: the title."),
    )
    promise = models.CharField(
        _("promise"), max_length=160, blank=True, help_text=_("One sentence under the welcome.")
    )
    scene = models.CharField(
        _("scene"), max_length=60, blank=True, help_text=_("After the date: « On the quay. »")
    )
    quote = models.CharField(_("quotation"), max_length=160, blank=True)
    quote_source = models.CharField(_("who says it"), max_length=100, blank=True)

    parent_page_types = ["wagtailcore.Page"]
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("welcome"), FieldPanel("promise"), FieldPanel("scene")],
            heading=_("First words"),
        ),
        MultiFieldPanel(
            [FieldPanel("quote"), FieldPanel("quote_source")], heading=_("Door to the story")
        ),
    ]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request, *args, **kwargs):
        from home.today import today

        return super().get_context(request, *args, **kwargs) | today(self)
