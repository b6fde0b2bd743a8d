"""What the places write in the register of personal data."""

import datetime as dt

from django.utils.translation import gettext_lazy as _

from mediation.models.place_details import PlaceReport
from portal.privacy import Basis, Kept, PersonalField, Treatment, register


def declare() -> None:
    """Called once, when the app is ready."""
    register(
        Treatment(
            key="place_report",
            title=_("Reporting an error about a place"),
            basis=Basis.CONSENT,
            seen_by=_("the moderators"),
            kept=Kept(days=30, since=_("your message was dealt with")),
            fields=(PersonalField("reply_to", _("Your e-mail"), _("to answer you")),),
            erase=erase_addresses,
        )
    )


def erase_addresses(before: dt.datetime) -> int:
    """The reports stay, without the address of who wrote; unsettled ones lose it after a year."""
    settled = PlaceReport.objects.filter(settled_at__lt=before)
    old = PlaceReport.objects.filter(made_at__lt=before - dt.timedelta(days=335))
    return (settled | old).exclude(reply_to="").update(reply_to="")
