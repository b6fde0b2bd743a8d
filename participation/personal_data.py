"""What participation writes in the register of personal data, and how it is forgotten."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from participation.models import Card, JoinRequest
from portal.privacy import Basis, Kept, PersonalField, Treatment, register


def declare() -> None:
    """Called once, when the app is ready."""
    register(
        Treatment(
            key="contribution",
            title=_("Answering an open question"),
            basis=Basis.CONSENT,
            seen_by=_("the moderators"),
            kept=Kept(days=60, since=_("you wrote")),
            fields=(PersonalField("reply_to", _("Your e-mail"), _("to answer you")),),
            erase=erase_addresses,
        )
    )
    register(
        Treatment(
            key="committee",
            title=_("Joining the users’ committee"),
            basis=Basis.CONSENT,
            seen_by=_("the people who run the committee"),
            kept=Kept(days=90, since=_("you wrote")),
            fields=(
                PersonalField(
                    "name", _("Your first name, or any name you like"), _("to call you by it")
                ),
                PersonalField(
                    "contact",
                    _("Your telephone or your e-mail"),
                    _("to tell you the date of the next meeting"),
                    optional=False,
                ),
            ),
            erase=erase_requests,
        )
    )


def erase_addresses(before: dt.datetime) -> int:
    """The answers stay, without the address of who wrote them."""
    return Card.objects.filter(sent_at__lt=before).exclude(reply_to="").update(reply_to="")


def erase_requests(before: dt.datetime) -> int:
    return JoinRequest.objects.filter(sent_at__lt=before).delete()[0]
