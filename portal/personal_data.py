"""What the ground itself keeps about people: messages that wait to be sent, wrong passwords."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from portal.models.outbox import OutgoingMessage
from portal.privacy import Basis, Kept, PersonalField, Treatment, register
from portal.sign_in import erase_tries


def declare() -> None:
    """Called once, when the app is ready."""
    register(
        Treatment(
            key="messages",
            title=_("Messages we send you"),
            basis=Basis.PUBLIC_TASK,
            seen_by=_("nobody: the site sends them by itself"),
            kept=Kept(days=2, since=_("the message was written")),
            fields=(
                PersonalField(
                    "recipient", _("Your e-mail address and the message"), _("to write to you")
                ),
            ),
            erase=erase_written_before,
        )
    )
    register(
        Treatment(
            key="sign_in",
            title=_("Signing in, for those who run the portal"),
            basis=Basis.PUBLIC_TASK,
            seen_by=_("the administrators of the portal"),
            kept=Kept(days=1, since=_("the wrong password")),
            fields=(
                PersonalField(
                    "account",
                    _("The account, the address on the network and the browser"),
                    _("to stop whoever guesses passwords"),
                ),
            ),
            erase=erase_tries,
        )
    )


def erase_written_before(moment: dt.datetime) -> int:
    """A sent message is emptied at once; two days later its row goes, sent or not."""
    return OutgoingMessage.objects.filter(created_at__lt=moment).delete()[0]
