"""What stands around a comic: what if, official services, questions, emergencies."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks
from wagtail.blocks import StructBlockValidationError

from guides.art import describe
from guides.blocks.choosing import language_of, picture_choice
from guides.layout import frame_spec


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

    text = blocks.CharBlock(max_length=90, label=pgettext_lazy("to a question", "Answer"))
    right = blocks.BooleanBlock(required=False, label=_("This is the right one"))
    because = blocks.CharBlock(max_length=140, label=_("Why, in a few words"))

    class Meta:
        icon = "tick"
        label = pgettext_lazy("to a question", "Answer")
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
