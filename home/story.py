"""What the territory's story is composed of: chapters, figures, voices, a timeline, proposals.

All within the depth that wagtail-localize translates: stream, struct, list of structs, no deeper.
No child is called « value », which its submit view cannot read.
"""

from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise, cached_property
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from guides.addresses import sheet_urls
from guides.art import FrameSpec
from guides.reading import frame_specs
from home.ribbon import Ribbon, ribbon
from portal import territory

LIGHT = ["bold", "link", "ul"]
NNBSP = "\u202f"


class Chapter(blocks.StructBlock):
    """Opens a chapter; what follows belongs to it until the next one."""

    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.RichTextBlock(label=_("Text"), features=LIGHT, required=False)
    source = blocks.CharBlock(label=_("Source"), max_length=200, required=False)

    class Meta:
        icon = "title"
        label = _("Chapter")
        template = "home/blocks/chapter.html"


class Figure(blocks.StructBlock):
    number = blocks.CharBlock(label=pgettext_lazy("a big figure", "Number"), max_length=20)
    label = blocks.CharBlock(label=_("What it counts"), max_length=80)

    class Meta:
        icon = "order"
        label = _("Figure")


class Figures(blocks.StructBlock):
    figures = blocks.ListBlock(Figure(), label=_("Figures"), max_num=6)
    source = blocks.CharBlock(label=_("Source"), max_length=200, required=False)

    class Meta:
        icon = "order"
        label = _("Big figures")
        template = "home/blocks/figures.html"


class VoiceValue(blocks.StructValue):
    @property
    def may_be_shown(self) -> bool:
        """A person's words are shown as long as the consent lasts."""
        until = self.get("consent_until")
        return not self.get("is_person") or bool(until and until >= timezone.localdate())

    @property
    def quoted(self) -> str:
        return f"«{NNBSP}{self['text']}{NNBSP}»"


class Voice(blocks.StructBlock):
    """A quotation: an institution's published words, or somebody's, who agreed to it."""

    text = blocks.TextBlock(label=_("Words"), max_length=300)
    who = blocks.CharBlock(label=_("Who says it, and when"), max_length=160)
    is_person = blocks.BooleanBlock(label=_("A private person says it"), required=False)
    consent_until = blocks.DateBlock(
        label=_("The person agreed in writing, until"),
        required=False,
        help_text=_("After this day the words are no longer shown."),
    )

    class Meta:
        icon = "openquote"
        label = _("Quotation or testimony")
        template = "home/blocks/voice.html"
        value_class = VoiceValue

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned["is_person"] and not cleaned["consent_until"]:
            fault = ValidationError(_("Until when did the person agree?"))
            raise blocks.StructBlockValidationError(block_errors={"consent_until": fault})
        return cleaned


class BeforeAfter(blocks.StructBlock):
    topic = blocks.CharBlock(label=_("About"), max_length=80)
    before_label = blocks.CharBlock(label=_("First label"), max_length=60)
    before = blocks.TextBlock(label=_("Before"), max_length=300)
    after_label = blocks.CharBlock(label=_("Second label"), max_length=60)
    after = blocks.TextBlock(label=_("After"), max_length=300)
    source = blocks.CharBlock(label=_("Source"), max_length=200, required=False)

    class Meta:
        icon = "arrow-right"
        label = _("Before and after")
        template = "home/blocks/before_after.html"


class Milestone(blocks.StructBlock):
    year = blocks.IntegerBlock(
        label=_("Year"),
        min_value=1900,
        max_value=2100,
        required=False,
        help_text=_("Its place on the drawing; empty for today."),
    )
    date = blocks.CharBlock(label=_("Date, in words"), max_length=60)
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    text = blocks.TextBlock(label=_("What happened"), max_length=300, required=False)
    state = blocks.ChoiceBlock(
        label=_("When"),
        choices=[("past", _("Past")), ("now", _("Now")), ("next", _("To come"))],
        default="past",
    )
    source = blocks.CharBlock(label=_("Source"), max_length=200, required=False)
    page = blocks.PageChooserBlock(label=_("Page that tells more"), required=False)

    class Meta:
        icon = "date"
        label = _("Milestone")


class TimelineValue(blocks.StructValue):
    @property
    def ribbon(self) -> Ribbon | None:
        """The years laid on the water; a milestone of today stands at this year."""
        this_year = timezone.localdate().year
        years = [(each["year"] or this_year, each["state"]) for each in self["milestones"]]
        return ribbon(years, this_year)


class Timeline(blocks.StructBlock):
    milestones = blocks.ListBlock(Milestone(), label=_("Milestones"))

    class Meta:
        icon = "history"
        label = _("Timeline")
        template = "home/blocks/timeline.html"
        value_class = TimelineValue


STATUSES = [("done", _("Done")), ("under_way", _("Under way")), ("proposed", _("Proposed"))]
TONES = {"done": "ok", "under_way": "few", "proposed": "shut"}


class Proposal(blocks.StructBlock):
    """What civil society asked for, and what became of it."""

    text = blocks.CharBlock(label=_("What was asked"), max_length=200)
    year = blocks.IntegerBlock(label=_("Year"), min_value=1900, max_value=2100)
    status = blocks.ChoiceBlock(
        label=_("State"),
        choices=STATUSES,
        default="proposed",
        help_text=_("« Done » only when a document says so."),
    )
    status_year = blocks.IntegerBlock(
        label=_("Since (year)"), min_value=1900, max_value=2100, required=False
    )
    outcome = blocks.TextBlock(label=_("What became of it"), max_length=300, required=False)
    source = blocks.CharBlock(label=_("Who asked"), max_length=200)
    outcome_source = blocks.CharBlock(label=_("Who says so"), max_length=200, required=False)

    class Meta:
        icon = "pick"
        label = _("Proposal")

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned["status"] == "done" and not cleaned["outcome_source"]:
            fault = ValidationError(_("« Done »: which document says so?"))
            raise blocks.StructBlockValidationError(block_errors={"outcome_source": fault})
        return cleaned


class Shelf(NamedTuple):
    """The proposals that share a state."""

    label: str | Promise
    tone: str
    proposals: list[Any]

    @property
    def count(self) -> int:
        return len(self.proposals)


class ProposalsValue(blocks.StructValue):
    @property
    def by_status(self) -> list[Shelf]:
        shelves = [
            Shelf(label, TONES[status], [p for p in self["proposals"] if p["status"] == status])
            for status, label in STATUSES
        ]
        return [shelf for shelf in shelves if shelf.proposals]


class Proposals(blocks.StructBlock):
    proposals = blocks.ListBlock(Proposal(), label=_("Proposals"))

    class Meta:
        icon = "list-ul"
        label = _("Proposals and what became of them")
        template = "home/blocks/proposals.html"
        value_class = ProposalsValue


class MapValue(blocks.StructValue):
    @property
    def communes(self) -> dict[str, dict[str, Any]]:
        """Each commune, named in both languages, without figures."""
        language = get_language() or "fr"
        return {each.code: {"label": each.both_names(language)} for each in territory.communes()}


class TerritoryMap(blocks.StructBlock):
    """The communes, drawn on the server."""

    caption = blocks.CharBlock(label=_("Caption"), max_length=160)

    class Meta:
        icon = "site"
        label = _("Map of the communes")
        template = "home/blocks/map.html"
        value_class = MapValue


class StripValue(blocks.StructValue):
    @cached_property
    def shown(self):
        """The guide in the reader's language; nothing when it is not online, or private."""
        guide = self.get("guide")
        found = guide.localized if guide and guide.live else None
        return None if found is None or found.get_view_restrictions() else found

    @cached_property
    def sheet(self) -> dict[FrameSpec, str]:
        """Its pictures, in one file."""
        return sheet_urls(frame_specs(self.shown))


class Strip(blocks.StructBlock):
    """A comic guide that tells the same thing, its frames side by side."""

    guide = blocks.PageChooserBlock(label=_("Guide"), page_type="guides.GuidePage")
    caption = blocks.CharBlock(label=_("Caption"), max_length=160, required=False)

    class Meta:
        icon = "image"
        label = _("Comic guide")
        template = "home/blocks/strip.html"
        value_class = StripValue


class Document(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Document"), max_length=200)
    note = blocks.CharBlock(label=_("Note"), max_length=240, required=False)
    link = blocks.URLBlock(label=_("Where to read it"), required=False)

    class Meta:
        icon = "doc-full"
        label = _("Document")


class Documents(blocks.StructBlock):
    documents = blocks.ListBlock(Document(), label=_("Documents"))

    class Meta:
        icon = "doc-full"
        label = _("Documents it comes from")
        template = "home/blocks/documents.html"


STORY = [
    ("chapter", Chapter()),
    ("figures", Figures()),
    ("voice", Voice()),
    ("before_after", BeforeAfter()),
    ("timeline", Timeline()),
    ("proposals", Proposals()),
    ("map", TerritoryMap()),
    ("strip", Strip()),
    ("documents", Documents()),
]
