"""What a question's page and the committee's page are composed of."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class Outcome(blocks.StructBlock):
    """« Ce que c'est devenu »: one thing that followed, when, and who says so."""

    date = blocks.CharBlock(label=_("When"), max_length=60)
    status = blocks.ChoiceBlock(
        label=_("State"),
        choices=[("done", _("Done")), ("under_way", _("Under way")), ("dropped", _("Given up"))],
        default="done",
    )
    text = blocks.TextBlock(label=_("What followed"), max_length=300)
    source = blocks.CharBlock(label=_("Source"), max_length=200, help_text=_("Who says so."))

    class Meta:
        icon = "success"
        label = _("What became of it")


class Minutes(blocks.StructBlock):
    """One meeting of the committee."""

    date = blocks.DateBlock(label=_("Day"), required=False)
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("What was said"), features=["bold", "ul", "link"])

    class Meta:
        icon = "doc-full"
        label = _("Minutes")


class Trial(blocks.StructBlock):
    """One thing the committee tried on the portal, what it found, what was changed."""

    task = blocks.CharBlock(label=_("What was tried"), max_length=200)
    finding = blocks.TextBlock(label=_("What was found"), max_length=400)
    change = blocks.TextBlock(label=_("What was changed"), max_length=400, required=False)

    class Meta:
        icon = "view"
        label = _("Trial")
