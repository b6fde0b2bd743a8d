"""The fixed choices of the calendar: codes of the query string, and what they are called."""

from django.utils.translation import gettext_lazy as _

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
LEVELS = {
    "any": _("Everybody"),
    "beginner": _("Beginners"),
    "intermediate": _("I know a little"),
    "advanced": _("I am at ease"),
}
FORMATS = {
    "workshop": _("Workshop"),
    "help": _("Help in person"),
    "talk": _("Talk"),
    "meeting": _("Meeting"),
    "open_day": _("Open day"),
    "exhibition": _("Exhibition"),
}
LANGUAGES = {"fr": _("In French"), "br": _("In Breton"), "other": _("In another language")}
ACCESS = {
    "wheelchair": _("Wheelchair"),
    "sign_language": _("Sign language"),
    "calm": _("Calm room"),
    "easy": _("Easy to read"),
}
VIEWS = {"list": _("List"), "month": _("Month"), "map": _("Map")}
NOON, SIX = 12, 18


def moments_of(hour: int | None) -> tuple[str, ...]:
    """The time of day of an hour on the local clock; a whole day is all of them."""
    if hour is None:
        return tuple(MOMENTS)
    return ("morning",) if hour < NOON else ("afternoon",) if hour < SIX else ("evening",)
