"""What the space keeps about mediators, and how it is forgotten."""

import datetime as dt

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from events.models import Invitation
from portal.privacy import Basis, Kept, PersonalField, Treatment, register


def declare() -> None:
    """Called once, when the app is ready."""
    register(
        Treatment(
            key="mediators",
            title=_("Accounts of mediators"),
            basis=Basis.PUBLIC_TASK,
            seen_by=_("the moderators of the portal"),
            kept=Kept(days=730, since=_("the last sign-in")),
            fields=(
                PersonalField(
                    "email",
                    _("The mediator’s e-mail"),
                    _("to sign in and post dates"),
                    optional=False,
                ),
            ),
            erase=erase_unused_since,
        )
    )


def erase_unused_since(moment: dt.datetime) -> int:
    """Deletes accounts nobody signed in with for two years (staff is another matter), and old
    invitations; what they posted stays."""
    old = (
        get_user_model()
        .objects.filter(is_superuser=False)
        .exclude(groups__permissions__codename="access_admin")
    )
    never = Q(last_login=None, date_joined__lt=moment)
    unused = old.filter(Q(last_login__lt=moment) | never)
    closed = Invitation.objects.exclude(pk__in=Invitation.objects.open())
    return unused.delete()[0] + closed.delete()[0]
