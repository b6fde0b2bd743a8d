"""One way to reach a person: a telephone or an e-mail typed in the same field, or nothing."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from events.models.bookings import Booking
from portal.telephones import e164

Contact = Booking.Contact


def read_contact(typed: str) -> tuple[str, str]:
    """Kind and clean form: ("phone", "+33297…"), ("email", "…@…") or ("none", "").

    Raises ValidationError with what to do.
    """
    typed = typed.strip()
    if not typed:
        return Contact.NONE, ""
    if "@" in typed:
        validate_email(typed)
        return Contact.EMAIL, typed.lower()
    if not (number := e164(typed)):
        raise ValidationError(
            _("This is neither a telephone (02 97…) nor an e-mail. You may also leave it empty.")
        )
    return Contact.PHONE, number
