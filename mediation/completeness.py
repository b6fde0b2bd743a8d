"""How complete the description of a place is: what a resident would miss, most useful first."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Wish:
    """A field that a resident needs: its weight in the score, and what to ask the editor."""

    fields: tuple[str, ...]
    weight: int
    words: str | Promise


WISHES = (
    Wish(("phone", "emails"), 20, _("a telephone number or an e-mail address")),
    Wish(("opening_hours", "hours_note"), 20, _("the opening hours")),
    Wish(("services",), 15, _("what help is offered")),
    Wish(("street",), 10, _("the street")),
    Wish(("latitude",), 10, _("the point on the map")),
    Wish(("introduction",), 5, _("one sentence that presents the place")),
    Wish(("access", "access_details"), 5, _("the physical access")),
    Wish(("fees",), 5, _("whether it is free")),
    Wish(("coming",), 5, _("how to come")),
    Wish(("ways",), 5, _("the forms of help")),
)


def score(place: object) -> int:
    """Per cent."""
    return sum(wish.weight for wish in WISHES if _has(place, wish))


def missing(place: object) -> list[str | Promise]:
    return [wish.words for wish in WISHES if not _has(place, wish)]


def _has(place: object, wish: Wish) -> bool:
    return any(getattr(place, name) not in ("", None, []) for name in wish.fields)


assert sum(wish.weight for wish in WISHES) == 100
