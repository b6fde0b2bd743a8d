"""What follows when pages move, and when two places become one."""

from django.db.models import Model
from wagtail.signals import post_page_move

from events.models import CalendarVersion, Team
from mediation.desk.merging import places_merged


def look_again(**_signal) -> None:
    """Dates may have come into a private section, or out of it."""
    CalendarVersion.raise_number()


def join_teams(kept: Model, other: Model, **_signal) -> None:
    """The mediators follow their dates to the place that stays; trust stays if both had it."""
    leaving = Team.objects.filter(place=other).first()
    staying = Team.objects.filter(place=kept).first()
    if leaving and staying:
        staying.members.add(*leaving.members.all())
        leaving.invitations.update(team=staying)
        staying.trusted = staying.trusted and leaving.trusted
        staying.save(update_fields=["trusted"])
        leaving.delete()
    elif leaving:
        leaving.place = kept
        leaving.save(update_fields=["place"])


def connect() -> None:
    """Called once by the app."""
    post_page_move.connect(look_again, dispatch_uid="events.moving.look_again")
    places_merged.connect(join_teams, dispatch_uid="events.moving.join_teams")
