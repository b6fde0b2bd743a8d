"""A drawn frame: a place, people, what they say."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructBlockValidationError
from wagtail.blocks.struct_block import BlockGroup

from guides.art import describe
from guides.blocks.choosing import language_of, picture_choice
from guides.layout import MOST_FIGURES, frame_spec, speeches

KINDS = [
    ("speech", _("Speaks")),
    ("thought", _("Thinks")),
    ("shout", _("Shouts")),
    ("whisper", _("Whispers")),
    ("phone", _("Speaks on the phone")),
]
SPEAKERS = [
    ("1", _("Character 1 (from the left)")),
    ("2", _("Character 2")),
    ("3", _("Character 3")),
    ("off", _("Someone outside the picture")),
]
FACINGS = [("", _("Towards the others")), ("l", _("To the left")), ("r", _("To the right"))]


class Square(blocks.StructBlock):
    """One square of a strip: drawn, or told in words when the page asks for text."""

    def get_template(self, value=None, context=None):
        name = self.meta.template
        return name.replace("blocks/", "text/") if (context or {}).get("as_text") else name


class Character(blocks.StructBlock):
    """Someone in a frame."""

    who = picture_choice("who", "jeanne", _("Who?"))
    pose = picture_choice("pose", "idle", _("What are they doing?"))
    mood = picture_choice("mood", "happy", _("How do they feel?"))
    facing = blocks.ChoiceBlock(choices=FACINGS, required=False, default="", label=_("Looks"))

    class Meta:
        icon = "user"
        label = _("Character")
        label_format = "{who} · {mood}"
        form_layout = BlockGroup(children=["who", "pose", "mood"], settings=["facing"])


class Bubble(blocks.StructBlock):
    """What one of them says, thinks, shouts or whispers."""

    speaker = blocks.ChoiceBlock(choices=SPEAKERS, default="1", label=_("Who speaks?"))
    kind = blocks.ChoiceBlock(choices=KINDS, default="speech", label=_("How?"))
    text = blocks.CharBlock(
        max_length=120,
        label=_("Words"),
        help_text=_("90 characters at most, one idea a bubble."),
        form_attrs={"data-plain-words": "bubble"},
    )

    class Meta:
        icon = "comment"
        label = _("Bubble")
        label_format = "{text}"


class Frame(Square):
    """One drawn frame: a place, people, what they say."""

    scene = picture_choice("scene", "third-place", _("Where?"))
    narration = blocks.CharBlock(
        required=False,
        max_length=100,
        label=_("Narration (the small yellow box)"),
        help_text=_("When, where: “Tuesday morning, at Jeanne’s.” Often not needed."),
        form_attrs={"data-plain-words": "narration"},
    )
    characters = blocks.ListBlock(
        Character(), min_num=0, max_num=MOST_FIGURES, label=_("Characters, from left to right")
    )
    bubbles = blocks.ListBlock(
        Bubble(), min_num=0, max_num=4, default=[], label=_("Bubbles, in reading order")
    )
    description = blocks.TextBlock(
        required=False,
        max_length=300,
        label=_("Description of the drawing, for those who do not see it"),
        help_text=_("Leave empty: it writes itself. Fill it only to correct it."),
    )

    class Meta:
        icon = "image"
        label = _("Drawn frame")
        template = "guides/blocks/frame.html"
        form_layout = BlockGroup(
            children=["scene", "narration", "characters", "bubbles"], settings=["description"]
        )
        form_attrs = {"data-controller": "frame-preview"}
        preview_template = "guides/blocks/preview.html"
        preview_value = {
            "scene": "kitchen",
            "narration": "Mardi matin, chez Jeanne.",
            "characters": [{"who": "jeanne", "pose": "phone", "mood": "surprised", "facing": ""}],
            "bubbles": [
                {"speaker": "1", "kind": "speech", "text": "Tiens, un message. Un colis bloqué ?"}
            ],
        }
        description = _("Characters in a place, with their bubbles")

    def clean(self, value):
        cleaned = super().clean(value)
        speakers = [bubble["speaker"] for bubble in cleaned["bubbles"]]
        absent = [s for s in speakers if s.isdecimal() and int(s) > len(cleaned["characters"])]
        if absent:
            message = _("A bubble is spoken by character %s, who is not in this frame.") % absent[0]
            raise StructBlockValidationError({"bubbles": ValidationError(message)})
        return cleaned

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        return context | frame_context(value, language_of(parent_context))


def frame_context(value, language: str) -> dict:
    """What the template of a frame shows; `value` is a Frame or a plain dict of the same shape."""
    spec = frame_spec(value["scene"], value["characters"])
    return {
        "spec": spec,
        "scene": spec.scene,
        "narration": value.get("narration") or "",
        "speeches": speeches(spec, value["bubbles"], language),
        "alone": len(spec.figures) < 2,
        "description": value.get("description") or describe(spec, language),
    }
