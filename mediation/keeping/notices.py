"""The yearly message to the places, which moderators may reword in the admin."""

from django.utils.translation import gettext_lazy as _

from portal.messages import MessageKind, declare


def declare_messages() -> None:
    """Called once, when the app is ready."""
    declare(
        MessageKind(
            "place_confirm",
            _("Yearly question to a place"),
            _("Is the page of {place} still right?"),
            _(
                "Hello,\n\nResidents find you thanks to your page: {place}.\n"
                "Is it still right? One click, no password:\n{link}\n\n"
                "The link works for sixty days. Thank you."
            ),
            ("place", "link"),
        )
    )
