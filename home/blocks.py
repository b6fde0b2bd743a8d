"""The sections of an information page: a title, some text, a list."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class Section(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"), max_length=120, required=False)
    text = blocks.RichTextBlock(
        label=_("Text"), features=["bold", "link", "ul", "ol"], required=False
    )
    lines = blocks.ListBlock(
        blocks.CharBlock(label=_("Line"), max_length=240), label=_("List"), default=[]
    )

    class Meta:
        icon = "title"
        label = _("Section")
        template = "home/blocks/section.html"


SECTIONS = [("section", Section())]
