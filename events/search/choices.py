"""The fixed choices of the calendar: codes of the query string, and what they are called."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from mediation import session_choices as sessions

WHEN = {
    "today": _("Today"),
    "week": _("This week"),
    "weekend": _("This week-end"),
    "month": _("This month"),
}
MOMENTS = {
    "morning": _("Morning"),
    "afternoon": _("Afternoon"),
    "evening": _("Evening"),
}
LEVELS = dict(sessions.LEVELS.options())
FORMATS = dict(sessions.FORMATS.options())
ACCESS = dict(sessions.ACCESS.options())
LANGUAGES = {"fr": _("In French"), "br": _("In Breton"), "other": _("In another language")}
VIEWS = {"list": _("List"), "month": _("Month"), "map": _("Map")}
NOON, SIX = 12, 18


def moments_of(hour: int | None) -> tuple[str, ...]:
    """The time of day of an hour on the local clock; a whole day is all of them."""
    if hour is None:
        return tuple(MOMENTS)
    return ("morning",) if hour < NOON else ("afternoon",) if hour < SIX else ("evening",)


def languages_of(spoken: Iterable[str]) -> tuple[str, ...]:
    """The choices that the languages of a session answer to; when nothing is said, French."""
    return tuple({code if code in LANGUAGES else "other": None for code in spoken}) or ("fr",)
