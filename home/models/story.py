"""The territory's story: chapters that an editor composes, from the first computers to 2035."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from home.story import STORY
from portal.models import BasePage


@dataclass(frozen=True)
class Told:
    """A chapter as the page shows it: its head, then what belongs to it."""

    head: Any
    blocks: list[Any]

    @property
    def anchor(self) -> str:
        return f"c-{self.head.id}"


class TerritoryStoryPage(BasePage):
    """« Le récit du numérique du territoire »."""

    chapters = StreamField(STORY, verbose_name=_("chapters"), blank=True)

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, FieldPanel("chapters")]

    class Meta:
        verbose_name = _("story of the territory")

    def told(self) -> list[Told]:
        """The chapters; blocks before the first chapter's head are not lost: they follow it."""
        told: list[Told] = []
        early: list[Any] = []
        for block in self.chapters:
            if block.block_type == "chapter":
                told.append(Told(block, [*early]))
                early = []
            elif told:
                told[-1].blocks.append(block)
            else:
                early.append(block)
        return told

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        strips = any(block.block_type == "strip" for block in self.chapters)
        return context | {"chapters": self.told(), "strips": strips}
