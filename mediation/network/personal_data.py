"""What the network writes in the register of personal data: the e-mail of who proposes."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from mediation.models.actors import ActorProposal
from portal.privacy import Basis, Kept, PersonalField, Treatment, register


def declare() -> None:
    """Called once, when the app is ready."""
    register(
        Treatment(
            key="actor_proposal",
            title=_("Proposing an actor of the network"),
            basis=Basis.CONSENT,
            seen_by=_("the moderators"),
            kept=Kept(days=60, since=_("you wrote")),
            fields=(PersonalField("contact", _("Your e-mail"), _("to ask you about this actor")),),
            erase=erase_contacts,
        )
    )


def erase_contacts(before: dt.datetime) -> int:
    """The proposals stay, without the address of who made them."""
    old = ActorProposal.objects.filter(proposed_at__lt=before).exclude(contact="")
    return old.update(contact="")
