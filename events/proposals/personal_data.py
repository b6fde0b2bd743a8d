"""What proposals write in the register of personal data."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from events.models import Proposal
from portal.privacy import Basis, Kept, PersonalField, Treatment, register

LONGEST_WAIT = dt.timedelta(days=335)


def declare() -> None:
    """Called once, when the app is ready."""
    register(
        Treatment(
            key="proposal",
            title=_("Offering a session for an edition"),
            basis=Basis.CONSENT,
            seen_by=_("the moderators"),
            kept=Kept(days=30, since=_("your proposal was answered")),
            fields=(PersonalField("contact", _("Your e-mail"), _("to answer you")),),
            erase=erase_addresses,
        )
    )


def erase_addresses(before: dt.datetime) -> int:
    """The proposals stay, without the address; those never answered lose it after a year."""
    answered = Proposal.objects.filter(answered_at__lt=before)
    old = Proposal.objects.filter(made_at__lt=before - LONGEST_WAIT)
    return (answered | old).exclude(contact="").update(contact="")
