"""Paths: guides and workshops one after the other, from the first gesture to ease."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from guides.levels import LEVELS
from guides.listing import steps_of
from portal.models import BasePage


class GuideStep(blocks.StructBlock):
    """Read this guide."""

    guide = blocks.PageChooserBlock(page_type="guides.GuidePage", label=_("Guide"))
    why = blocks.CharBlock(required=False, max_length=120, label=_("What one gains"))

    class Meta:
        icon = "doc-full"
        label = _("A guide")


class WorkshopStep(blocks.StructBlock):
    """Come and practise: the next dates of a theme and a level, found by themselves."""

    title = blocks.CharBlock(max_length=90, label=_("What one learns there"))
    theme = blocks.CharBlock(
        required=False, max_length=60, label=_("Theme (its slug); empty: the path’s own")
    )
    level = blocks.ChoiceBlock(choices=LEVELS, default="any", label=_("Level"))

    class Meta:
        icon = "date"
        label = _("Workshops")


class GuidePath(BasePage):
    """« Je débute avec mon smartphone »: a guide, a workshop, the next guide…"""

    theme = models.ForeignKey(
        "portal.Theme", models.SET_NULL, null=True, blank=True, verbose_name=_("theme")
    )
    level = models.CharField(_("level"), max_length=20, choices=LEVELS, default="beginner")
    steps = StreamField(
        [("guide", GuideStep()), ("workshops", WorkshopStep())],
        min_num=2,
        max_num=12,
        verbose_name=_("steps"),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("theme"),
        FieldPanel("level"),
        FieldPanel("steps"),
    ]
    override_translatable_fields = [SynchronizedField("slug")]
    parent_page_types = ["guides.GuideIndexPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("learning path")
        verbose_name_plural = _("learning paths")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return context | {"path_steps": steps_of(self, request.GET.get("commune", ""))}
