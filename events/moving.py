"""What follows when pages move."""

from wagtail.signals import post_page_move

from events.models import CalendarVersion


def look_again(**_signal) -> None:
    """Dates may have come into a private section, or out of it."""
    CalendarVersion.raise_number()


def connect() -> None:
    """Called once by the app."""
    post_page_move.connect(look_again, dispatch_uid="events.moving.look_again")
