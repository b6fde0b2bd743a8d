"""The comic: drawn frames, messages on a screen, uploaded drawings, in reading order."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import BlockGroup
from wagtail.images.blocks import ImageChooserBlock

from guides.blocks.choosing import language_of
from guides.blocks.frame import Frame, Square
from guides.layout import screen_lines


class Screen(Square):
    """A message on a phone or a computer, with the clues that give the trap away."""

    narration = blocks.CharBlock(
        required=False,
        max_length=100,
        label=_("Narration (the small yellow box)"),
        form_attrs={"data-plain-words": "narration"},
    )
    device = blocks.ChoiceBlock(
        choices=[("phone", _("A phone")), ("computer", _("A computer"))],
        default="phone",
        label=_("On"),
    )
    tone = blocks.ChoiceBlock(
        choices=[("calm", _("A calm background")), ("alarm", _("An alarming background"))],
        default="calm",
        label=_("Colour"),
    )
    sender = blocks.CharBlock(
        max_length=60,
        label=_("Sender, or address of the site"),
        help_text=_("Only invented ones: +33 7 00 00 00 00, colis-suivi.example. Clues: *marked*."),
    )
    title = blocks.CharBlock(required=False, max_length=60, label=_("Big words on the screen"))
    message = blocks.TextBlock(
        required=False,
        max_length=400,
        label=_("Message"),
        help_text=_(
            "Put *stars* around each suspect part and [brackets] around what looks like a link."
        ),
    )
    spoken_in = blocks.ChoiceBlock(
        choices=[("", _("The language of the page")), ("fr", _("French")), ("en", _("English"))],
        required=False,
        default="",
        label=_("The message is written in"),
    )
    clues = blocks.ListBlock(
        blocks.CharBlock(max_length=80, form_attrs={"data-plain-words": "rule"}),
        max_num=4,
        default=[],
        label=_("What each marked part tells, in the same order"),
    )

    class Meta:
        icon = "mobile-alt"
        label = _("Message on a screen")
        template = "guides/blocks/screen.html"
        preview_template = "guides/blocks/preview.html"
        form_layout = BlockGroup(
            children=["narration", "device", "sender", "title", "message", "clues"],
            settings=["tone", "spoken_in"],
        )
        preview_value = {
            "sender": "+33 7 00 00 00 00",
            "message": "Votre colis est *bloqué*. Payez vite : *[colis-suivi.example]*",
            "clues": ["On veut vous faire peur.", "Le lien n’est pas le site officiel."],
        }
        description = _("A text message or a web page, with numbered clues")

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        lines = screen_lines(f"{value['sender']}\n{value['title']}\n\n{value['message']}")
        language = language_of(parent_context)
        foreign = value["spoken_in"] if value["spoken_in"] != language else ""
        return context | {
            "sender": lines[0],
            "title": lines[1] if len(lines) > 1 else [],
            "lines": lines[3:],
            "foreign": foreign,
            "numbered": len(value["clues"]) > 1,
        }


class DrawingBubble(blocks.StructBlock):
    """Words of an uploaded drawing, whose speakers the library does not know."""

    speaker = blocks.CharBlock(required=False, max_length=40, label=_("Name of who speaks"))
    text = blocks.CharBlock(
        max_length=120, label=_("Words"), form_attrs={"data-plain-words": "bubble"}
    )

    class Meta:
        icon = "comment"
        label = _("Words")
        label_format = "{text}"


class Drawing(Square):
    """A drawing made elsewhere, with its words as text."""

    image = ImageChooserBlock(label=_("Drawing"))
    description = blocks.TextBlock(
        max_length=300, label=_("Description of the drawing, for those who do not see it")
    )
    narration = blocks.CharBlock(
        required=False, max_length=100, label=_("Narration (the small yellow box)")
    )
    bubbles = blocks.ListBlock(
        DrawingBubble(),
        max_num=4,
        default=[],
        label=_("Words, in reading order"),
        help_text=_("Words drawn inside the picture too: they are read aloud and translated here."),
    )

    class Meta:
        icon = "pick"
        label = _("Uploaded drawing")
        template = "guides/blocks/drawing.html"
        preview_template = "guides/blocks/preview.html"
        description = _("A picture of your own, with its words")


class Strip(blocks.StreamBlock):
    """The comic: frames in reading order."""

    frame = Frame()
    screen = Screen()
    drawing = Drawing()

    class Meta:
        min_num = 1
        max_num = 12
