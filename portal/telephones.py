"""Telephone numbers: kept as +33297022200, read as « 02 97 02 22 00 »."""

import phonenumbers


def e164(typed: str) -> str:
    """The number kept for one typed as people write it here; empty when it cannot be one."""
    number = _parsed(typed)
    if number is None or not phonenumbers.is_possible_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def spoken(number: str) -> str:
    """A number in pairs that no line breaks; one of abroad as it is dialled from here.

    What is no telephone (an e-mail, nothing) stays as it is.
    """
    if number.startswith("+33") and len(number) == len("+33297022200"):  # a page lists many
        national = f"0{number[3:]}"
        return "\u00a0".join(national[i : i + 2] for i in range(0, len(national), 2))
    parsed = _parsed(number)
    if parsed is None:
        return number
    form = phonenumbers.PhoneNumberFormat
    french = parsed.country_code == 33
    words = phonenumbers.format_number(parsed, form.NATIONAL if french else form.INTERNATIONAL)
    return words.replace(" ", "\u00a0")


def _parsed(typed: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(typed, "FR")
    except phonenumbers.NumberParseException:
        return None
