"""One cell of national data cleaned: identifiers, telephone, e-mail, addresses, dates, text.

Every function takes what the file says and gives the clean value, or an empty one when it cannot.
Personal data is not carried over: mobile numbers and e-mail addresses that name a person.
"""

import datetime as dt
import html
import re
import unicodedata

import nh3
import phonenumbers
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

UNKNOWN_PIVOT = "0" * 14
LA_POSTE = "356000000"
FIRST_YEAR = 2000  # national files carry dates of 1969 where the date is unknown
# What an address of an institution is made of; a name of a person has none of these.
_OFFICE = re.compile(
    r"accueil|admin|asso|bib|bureau|ccas|centre|cias|cnfs|coll|com(?:mune|munication)|conseiller"
    r"|contact|coworking|cyber|dgs|emploi|epn|espace|fablab|formation|france|hello|info|jeune"
    r"|labo?\b|maison|mairie|media|mjc|mission|msap|multimedia|numerique|pij|pimms|point|poste"
    r"|public|reception|relais|secretariat|service|social|tiers|ville"
)
_PRIVATE_MAIL = re.compile(
    r"@(?:gmail|googlemail|orange|wanadoo|free|hotmail|outlook|live|msn|laposte|sfr|neuf|yahoo|bbox)\."
)
_EMAIL = re.compile(r"[^@\s|;,<>\"']+@[^@\s|;,<>\"']+\.[a-z]{2,}")
_MOBILE_IN_TEXT = re.compile(r"(?:\+33\s?|0033\s?|\b0)[67](?:[ .-]?\d{2}){4}\b")
_FORMULA = "=+-@\t\r"
_WEB = URLValidator(schemes=["http", "https"])  # that of the pages, so that none is refused there


def text(value: str) -> str:
    """Plain words: no tags, no control characters, nothing a spreadsheet would run."""
    value = unicodedata.normalize("NFC", html.unescape(value))
    if "<" in value:
        value = html.unescape(nh3.clean(value, tags=set()))
    value = "".join(c if c.isprintable() or c == "\n" else " " for c in value)
    value = re.sub(r"[^\S\n\u00a0\u202f]+", " ", value).strip()
    return value.lstrip(_FORMULA + "'").strip() if value[:1] in (*_FORMULA, "'") else value


def line(value: str) -> str:
    """Plain words on one line."""
    return " ".join(text(value).split())


def prose(value: str) -> str:
    """A description, without the mobile numbers and named e-mail addresses that it carries;
    its paragraphs on lines of their own, as a page gives them back."""
    value = _MOBILE_IN_TEXT.sub("", text(value))
    value = _EMAIL.sub(lambda found: "" if is_nominative(found[0]) else found[0], value)
    return "\n".join(filter(None, map(str.strip, value.splitlines())))


def pivot(value: str) -> str:
    """SIRET (its key checked) or RNA; UNKNOWN_PIVOT when it is neither."""
    digits = re.sub(r"[\s.\-]", "", value).upper()
    return digits if is_siret(digits) or re.fullmatch(r"W[0-9A-Z]\d{8}", digits) else UNKNOWN_PIVOT


def is_siret(digits: str) -> bool:
    """Luhn's key; La Poste's many offices instead add up to a multiple of five (INSEE)."""
    if not re.fullmatch(r"\d{14}", digits) or digits == UNKNOWN_PIVOT:
        return False
    if digits.startswith(LA_POSTE) and sum(map(int, digits)) % 5 == 0:
        return True
    doubled = [int(d) * (2 - index % 2) for index, d in enumerate(digits)]
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0


def phone(value: str) -> str:
    """The first number in E.164, empty when it is not valid."""
    for each in re.split(r"[|/;]| ou | et ", value.replace("(0)", "")):
        try:
            number = phonenumbers.parse(each, "FR")
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return ""


def is_mobile(number: str) -> bool:
    """Whether this E.164 number is of a mobile telephone, so perhaps a person's own."""
    if not number:
        return False
    kind = phonenumbers.number_type(phonenumbers.parse(number))
    return bool(kind == phonenumbers.PhoneNumberType.MOBILE)


def emails(value: str) -> list[str]:
    """Addresses in lower case, without « mailto: »; several in one cell are told apart."""
    value = value.lower().replace("mailto:", "").replace("[a]", "@").replace("@@", "@")
    return list(dict.fromkeys(found.rstrip(".") for found in _EMAIL.findall(value)))


def is_nominative(email: str) -> bool:
    """Whether an address seems to name a person: « jeanne.riou@… », or one at a private mailbox."""
    local = email.split("@")[0].lower()
    if _OFFICE.search(local):
        return False
    words = [word for word in re.split(r"[._-]", local) if word]
    return (len(words) > 1 and all(word.isalpha() for word in words)) or bool(
        _PRIVATE_MAIL.search(email.lower())
    )


def urls(value: str) -> list[str]:
    """Web addresses with their scheme; what is not one is left out."""
    found = (_url(each) for each in re.split(r"[|\s]+", value))
    return [each for each in dict.fromkeys(found) if each]


def date(value: str) -> dt.date | None:
    """ISO, DD/MM/YYYY or a Unix time in seconds; None before 2000: the unknown of the files."""
    value = value.strip()
    try:
        if re.fullmatch(r"\d{10}", value):
            day = dt.datetime.fromtimestamp(int(value), dt.UTC).date()
        elif found := re.match(r"(\d{1,2})/(\d{1,2})/(\d{4})", value):
            day = dt.date(int(found[3]), int(found[2]), int(found[1]))
        else:
            day = dt.date.fromisoformat(value[:10])
    except ValueError:
        return None
    return day if day.year >= FIRST_YEAR else None


def coordinates(latitude: str, longitude: str) -> tuple[float, float] | None:
    """Both in degrees, or None: one alone says nothing, and 0,0 is in the Atlantic."""
    try:
        point = float(latitude.replace(",", ".")), float(longitude.replace(",", "."))
    except ValueError:
        return None
    inside = abs(point[0]) <= 90 and abs(point[1]) <= 180  # NaN is on neither side
    return point if inside and point != (0.0, 0.0) else None


def _url(value: str) -> str:
    value = re.sub(r"^(https?):?/*", r"\1://", value.strip(), flags=re.IGNORECASE)
    value = re.sub(r"^www[,:]", "www.", value)
    if value and "://" not in value:
        value = f"http://{value}"
    try:
        _WEB(value)
    except ValidationError:
        return ""
    return value
