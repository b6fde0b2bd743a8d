"""Seats said in words: a resident never reads « 0/3 »."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

FEW = 2


def seats_in_words(seats: int) -> str:
    """« 2 seats »."""
    return ngettext("%d seat", "%d seats", seats) % seats


def seats_left(left: int | None, waiting: int = 0) -> str:
    """« 3 seats left », « Last seat! », « Full: 4 people wait »; nothing when one just comes."""
    if left is None:
        return ""
    if left == 1:
        return _("Last seat!")
    if left > 1:
        return ngettext("%d seat left", "%d seats left", left) % left
    if waiting:
        return ngettext("Full: %d person waits", "Full: %d people wait", waiting) % waiting
    return _("Full: you may wait for a seat")


def seats_kind(left: int | None) -> str:
    """The kind of the badge that says them (templates/components/badge.html)."""
    return "full" if not left else "few" if left <= FEW else "ok"
