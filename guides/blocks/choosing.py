"""What every block of a guide leans on: pictures to choose from, and the language of its page."""

from functools import partial

from django.utils.translation import get_language
from wagtail import blocks

from guides.pickers import PicturePicker, choices


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
