"""« J'ai cliqué »: what to do at once, kept on the phone from the first guide one reads."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from guides.addresses import sheet_urls
from guides.blocks import Situation
from guides.layout import frame_spec
from portal.models import BasePage


class EmergencyPage(BasePage):
    """Three questions, short steps, numbers that dial."""

    situations = StreamField(
        [("situation", Situation())],
        min_num=1,
        max_num=4,
        verbose_name=_("what happened"),
        help_text=_("I clicked, I paid, I gave a code: each with its steps."),
    )
    checked_on = models.DateField(
        _("numbers checked on"),
        null=True,
        blank=True,
        help_text=_("When somebody last tried every number. Once a year at least."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("situations"),
        FieldPanel("checked_on"),
    ]
    override_translatable_fields = [SynchronizedField("slug")]
    parent_page_types = ["guides.GuideIndexPage"]
    subpage_types = []
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("emergency page")

    def get_context(self, request, *args, **kwargs):
        specs = [frame_spec("alarm", [block.value]) for block in self.situations]
        return super().get_context(request, *args, **kwargs) | {"sheet": sheet_urls(specs)}
