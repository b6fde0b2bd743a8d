"""What the site writes to people: default words in the code, editable ones in the admin.

declare(MessageKind("booking_confirmed", _("Seat booked"), _("Your seat: {title}"), _("…"), …))
subject, body = portal.outbox.compose("booking_confirmed", "br", {"title": "Krouiñ ma boest"})
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise

PLACEHOLDER = re.compile(r"\{(\w+)\}")
Words = str | Promise


@dataclass(frozen=True)
class MessageKind:
    """A message of the site: its default `subject` and `body`, and the `{words}` it may use."""

    key: str
    title: Words
    subject: Words
    body: Words
    words: tuple[str, ...]


_kinds: dict[str, MessageKind] = {}


def declare(kind: MessageKind) -> None:
    """Adds a kind of message; called by the `ready()` of each app."""
    _kinds[kind.key] = kind


def kinds() -> list[MessageKind]:
    return list(_kinds.values())


def kind_choices() -> list[tuple[str, Words]]:
    return [(kind.key, kind.title) for kind in kinds()]


def unknown_words(key: str, text: str) -> set[str]:
    """The `{words}` of a text that this kind of message cannot fill."""
    return set(PLACEHOLDER.findall(text)) - set(_kinds[key].words)


def default_words(key: str) -> tuple[str, str]:
    """Subject and text of the code, in the active language."""
    return str(_kinds[key].subject), str(_kinds[key].body)


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its words; a line whose words are all empty goes (« By bus: » never alone)."""
    lines = []
    for line in text.splitlines():
        asked = PLACEHOLDER.findall(line)
        if asked and not any(values.get(word) for word in asked):
            continue
        lines.append(PLACEHOLDER.sub(lambda match: values.get(match[1], ""), line))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
