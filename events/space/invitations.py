"""Inviting a person to a team: a signed link, used once, within 72 hours."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.core import signing
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from events.models import Invitation, Team
from events.models.teams import INVITATION_LIFE
from portal.outbox import compose, post

SALT = "events.space.invitations"


@transaction.atomic
def invite(team: Team, email: str, invited_by: AbstractBaseUser) -> Invitation:
    """Writes the invitation and its message together."""
    invitation = Invitation.objects.create(team=team, email=email.lower(), invited_by=invited_by)
    words = {"place": str(team.place), "link": settings.BASE_URL + link_of(invitation)}
    subject, body = compose("invitation", get_language(), words)
    post(f"invitation:{invitation.key.hex}", invitation.email, subject, body)
    return invitation


def link_of(invitation: Invitation) -> str:
    return reverse("space_invitation", args=[signing.dumps(invitation.key.hex, salt=SALT)])


def open_invitation(link: str) -> Invitation | None:
    """The invitation behind a link, or None when it is false, used or too old."""
    try:
        key = signing.loads(link, salt=SALT, max_age=INVITATION_LIFE)
    except signing.BadSignature:
        return None
    return Invitation.objects.open().select_related("team__place").filter(key=key).first()


@transaction.atomic
def accept(invitation: Invitation) -> AbstractBaseUser | None:
    """The person joins the team, with an account without a password; None when already used.

    The conditional update lets one of two posts through.
    """
    unused = Invitation.objects.open().filter(pk=invitation.pk)
    if not unused.update(used_at=timezone.now()):
        return None
    users = get_user_model()
    person = users.objects.filter(email__iexact=invitation.email).first()
    if person is None:
        person = users.objects.create_user(username=invitation.email, email=invitation.email)
    invitation.team.members.add(person)
    return person
