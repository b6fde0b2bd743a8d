"""One way to reach a person: a telephone or an e-mail typed in the same field, or nothing."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from events.models.bookings import Booking

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
    return Contact.PHONE, _e164(typed)


def spoken(contact: str) -> str:
    """A contact as one reads it aloud: « 02 97 02 22 00 », or the e-mail as it is."""
    try:
        number = phonenumbers.parse(contact, "FR")
    except phonenumbers.NumberParseException:
        return contact
    form = phonenumbers.PhoneNumberFormat
    french = number.country_code == 33
    return phonenumbers.format_number(number, form.NATIONAL if french else form.INTERNATIONAL)


def _e164(typed: str) -> str:
    try:
        number = phonenumbers.parse(typed, "FR")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise ValidationError(
            _("This is neither a telephone (02 97…) nor an e-mail. You may also leave it empty.")
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
