"""The pieces an editor composes a comic from: Strip > Frame > Character, Bubble; Screen; Drawing.

No deeper than StreamBlock > StructBlock > ListBlock(StructBlock): wagtail-localize sees no further.
"""

from functools import partial

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StructBlockValidationError
from wagtail.blocks.struct_block import BlockGroup
from wagtail.images.blocks import ImageChooserBlock

from guides.art import describe
from guides.layout import MOST_FIGURES, frame_spec, screen_lines, speeches
from guides.pickers import PicturePicker, choices

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


def picture_choice(kind: str, default: str, label, **kwargs) -> blocks.ChoiceBlock:
    """A choice shown as pictures of the drawing library; kind is who, pose, mood or scene."""
    return blocks.ChoiceBlock(
        choices=partial(choices, kind),
        default=default,
        label=label,
        widget=PicturePicker(kind),
        **kwargs,
    )


def language_of(context: dict | None) -> str:
    """The language of the words in hand: their page's, else the one being spoken."""
    page = (context or {}).get("page") or (context or {}).get("self")
    locale = getattr(page, "locale", None)
    return locale.language_code if locale else get_language() or "fr"


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
        absent = [s for s in speakers if s.isdigit() and int(s) > len(cleaned["characters"])]
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


class IfTrouble(blocks.StructBlock):
    """« Que faire si… »: a thing that may have happened, and what to do at once."""

    situation = blocks.CharBlock(max_length=110, label=_("What happened"))
    steps = blocks.ListBlock(
        blocks.CharBlock(max_length=140, form_attrs={"data-plain-words": "text"}),
        min_num=1,
        max_num=6,
        label=_("What to do, step by step"),
    )

    class Meta:
        icon = "warning"
        label = _("What if…")
        label_format = "{situation}"
        template = "guides/blocks/if_trouble.html"


class OfficialLink(blocks.StructBlock):
    """A public service that helps: its site, its number, or both."""

    name = blocks.CharBlock(max_length=80, label=_("Name of the service"))
    about = blocks.CharBlock(required=False, max_length=140, label=_("What it is for"))
    url = blocks.URLBlock(required=False, label=_("Address"))
    phone = blocks.CharBlock(
        required=False, max_length=20, label=_("Telephone or SMS number"), help_text="17, 3018…"
    )

    class Meta:
        icon = "link"
        label = _("Official service")
        label_format = "{name}"
        template = "guides/blocks/official_link.html"


class Answer(blocks.StructBlock):
    """One answer to a question, and what to say to whoever picks it."""

    text = blocks.CharBlock(max_length=90, label=_("Answer"))
    right = blocks.BooleanBlock(required=False, label=_("This is the right one"))
    because = blocks.CharBlock(max_length=140, label=_("Why, in a few words"))

    class Meta:
        icon = "tick"
        label = _("Answer")
        label_format = "{text}"


class Question(blocks.StructBlock):
    """A question with a picture, to check what one understood."""

    scene = picture_choice("scene", "plain", _("Where?"))
    who = picture_choice("who", "jeanne", _("Who?"))
    pose = picture_choice("pose", "phone", _("What are they doing?"))
    mood = picture_choice("mood", "thoughtful", _("How do they feel?"))
    text = blocks.CharBlock(
        max_length=140, label=_("Question"), form_attrs={"data-plain-words": "rule"}
    )
    answers = blocks.ListBlock(Answer(), min_num=2, max_num=3, label=_("Answers"))

    class Meta:
        icon = "help"
        label = _("Question")
        label_format = "{text}"
        template = "guides/blocks/question.html"

    def clean(self, value):
        cleaned = super().clean(value)
        if sum(answer["right"] for answer in cleaned["answers"]) != 1:
            message = ValidationError(_("Mark exactly one right answer."))
            raise StructBlockValidationError({"answers": message})
        return cleaned

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        spec = frame_spec(value["scene"], [value])
        return context | {"spec": spec, "description": describe(spec, language_of(parent_context))}


class EmergencyNumber(blocks.StructBlock):
    """Somebody to call, or a site to write to."""

    name = blocks.CharBlock(max_length=60, label=_("Who answers"))
    phone = blocks.CharBlock(required=False, max_length=20, label=_("Number"))
    url = blocks.URLBlock(required=False, label=_("Address"))
    about = blocks.CharBlock(required=False, max_length=110, label=_("When, at what price"))

    class Meta:
        icon = "mobile-alt"
        label = _("Number")
        label_format = "{name} {phone}"


class Situation(blocks.StructBlock):
    """« J'ai payé »: what to do, in order, and whom to call."""

    title = blocks.CharBlock(max_length=60, label=_("What happened"))
    who = picture_choice("who", "jeanne", _("Who?"))
    pose = picture_choice("pose", "phone", _("What are they doing?"))
    mood = picture_choice("mood", "worried", _("How do they feel?"))
    steps = blocks.ListBlock(
        blocks.CharBlock(max_length=140, form_attrs={"data-plain-words": "text"}),
        min_num=1,
        max_num=6,
        label=_("What to do, step by step"),
    )
    numbers = blocks.ListBlock(EmergencyNumber(), max_num=4, default=[], label=_("Whom to call"))

    class Meta:
        icon = "warning"
        label = _("What happened")
        label_format = "{title}"
        template = "guides/blocks/situation.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        spec = frame_spec("alarm", [value])
        return context | {"spec": spec, "description": describe(spec, language_of(parent_context))}
