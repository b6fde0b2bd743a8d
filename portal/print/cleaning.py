"""From a filled document to the JSON a template reads: cleaned, spaced, with its fixed words."""

import dataclasses
import json
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext

from portal import territory
from portal.print.data import Document, check_size, code_of
from portal.print.drawing import Svg
from portal.print.text import is_address, printable, typography, unprintable


def cleaned(document: Document, language: str) -> str:
    """The document as JSON, in the language "fr" or "br", the same text for the same content.

    Raises ValueError when the document is too long.
    """
    check_size(document)
    with override(language):
        content = dataclasses.asdict(document) | {
            "lang": language,
            "author": _("Digital mediation, %(place)s") % {"place": territory.name(language)},
            "words": _words(),
            "qr": code_of(document),
            "short_address": document.contact.address.split("://")[-1].rstrip("/"),
        }
    return json.dumps(_each_text(content, _clean), ensure_ascii=False, sort_keys=True)


def lost_signs(document: Document) -> set[str]:
    """The signs (emoji, other scripts) that will be missing on paper, for the editor to see."""
    lost: set[str] = set()
    _each_text(dataclasses.asdict(document), lambda text: lost.update(_lost(text)) or text)
    return lost


def _lost(text: str) -> set[str]:
    return set() if isinstance(text, Svg) else unprintable(text)


def _clean(text: str) -> str:
    if isinstance(text, Svg) or is_address(text):
        return text
    return typography(printable(text))


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {key: _each_text(item, change) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_each_text(item, change) for item in value]
    return value


def _words() -> dict[str, str]:
    return {
        "page": _("Page"),
        "day": _("Day"),
        "time": pgettext("of the day", "Time"),
        "what": _("Workshop and place"),
        "cancelled": _("Cancelled"),
        "moved": _("Moved"),
        "full": _("Full"),
        "nothing": _("No date is announced yet."),
        "phone": _("To book or to ask, phone:"),
        "ask": _("To know more"),
        "online": _("Online:"),
        "qr": _("QR code to the page"),
        "frame": _("Frame"),
        "story": _("The story"),
        "screen": _("Screen of the telephone. Message from"),
        "key_points": _("Remember"),
        "help": _("Need help?"),
        "on_phone": _("This guide on your phone:"),
        "questions": _("Have I understood?"),
        "notes": _("My notes"),
    }
