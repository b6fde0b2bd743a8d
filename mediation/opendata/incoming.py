"""A row of a national file turned into a place of ours, with every fault told by field."""

import datetime as dt
import unicodedata
from collections.abc import Mapping
from typing import Any

from mediation import opening_hours
from mediation.opendata import cells as clean
from mediation.opendata.limits import LONGEST, LONGEST_PROSE, fitting, shortened
from mediation.opendata.rows import PlaceRow, Problem, Words
from mediation.opendata.schema import CHOICES, KINDS, SEPARATOR
from portal import territory

FARTHEST_KM = 15.0  # from a commune's centre: none of ours is larger
_PLAIN = ("adresse", "complement_adresse", "source", "structure_parente")


def from_cells(given: Mapping[str, str]) -> tuple[PlaceRow | None, list[Problem], str]:
    """(row, faults, hours left as prose); no row when a fault refuses it."""
    problems: list[Problem] = []
    place = _commune(given, problems)
    if place is None:
        return None, problems, ""
    number, name = _number(given, problems), _name(given, problems)
    hours, prose_hours = _hours(given.get("horaires", ""), problems)
    point = _point(given, place, problems)
    if any(problem.refuses for problem in problems):
        return None, problems, ""
    row = _row(given, place, problems, id=number, nom=name, horaires=hours, point=point)
    return row, problems, prose_hours


def _row(
    given: Mapping[str, str],
    place: territory.Commune,
    problems: list[Problem],
    *,
    point: tuple[float, float] | None,
    **read: Any,
) -> PlaceRow:
    """The place; what was `read` could have refused it, what is read here only adds problems."""
    plain = {key: shortened(key, clean.line(given.get(key, "")), problems) for key in _PLAIN}
    chosen = {key: _choices(key, given.get(key, ""), problems) for key in CHOICES}
    rest: dict[str, Any] = {**plain, **chosen, **read}
    return PlaceRow(
        pivot=_pivot(given.get("pivot", ""), problems),
        commune=place.name(),
        code_postal=_postcode(given.get("code_postal", ""), place, problems),
        code_insee=place.code,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        telephone=_phone(given.get("telephone", ""), problems),
        courriels=_emails(given.get("courriels", ""), problems),
        site_web=_urls("site_web", given, problems),
        presentation_detail=clean.prose(given.get("presentation_detail", "")),
        presentation_resume=shortened(
            "presentation_resume",
            clean.line(clean.prose(given.get("presentation_resume", ""))),
            problems,
        ),
        date_maj=_date(given.get("date_maj", ""), problems),
        typologie=_kinds(given.get("typologie", ""), problems),
        autres_formations_labels=_labels(given, problems),
        fiche_acces_libre=next(iter(_urls("fiche_acces_libre", given, problems)), ""),
        prise_rdv=next(iter(_urls("prise_rdv", given, problems)), ""),
        **rest,
    )


def _commune(given: Mapping[str, str], problems: list[Problem]) -> territory.Commune | None:
    """By code, then by name, then by a postcode that only one commune has."""
    code, name = given.get("code_insee", "").strip(), given.get("commune", "").strip()
    if code or name:
        found = territory.commune(code) or (None if code else territory.find(name))
    else:
        found = _by_postcode(given, problems)
    if found is None and not problems:
        problems.append(Problem("commune", "elsewhere", name or code, refuses=True))
    return found


def _by_postcode(given: Mapping[str, str], problems: list[Problem]) -> territory.Commune | None:
    """Communes share postcodes: then the name or the address has to say which one."""
    postcode = given.get("code_postal", "").strip()
    shared = [each for each in territory.communes() if postcode and postcode in each.postcodes]
    words = f" {territory.collation(given.get('nom', '') + ' ' + given.get('adresse', ''))} "
    named = [each for each in shared if f" {territory.collation(each.name())} " in words]
    chosen = shared if len(shared) == 1 else named
    if shared and len(chosen) != 1:
        problems.append(Problem("commune", "ambiguous", postcode, refuses=True))
    return chosen[0] if len(chosen) == 1 else None


def _number(given: Mapping[str, str], problems: list[Problem]) -> str:
    number = clean.line(given.get("id", "")).replace(" ", "-")
    if not number:
        problems.append(Problem("id", "missing", refuses=True))
    elif len(number) > LONGEST["id"]:
        problems.append(Problem("id", "too_long", number, refuses=True))
    return number


def _name(given: Mapping[str, str], problems: list[Problem]) -> str:
    name = clean.line(given.get("nom", ""))
    if not name:
        problems.append(Problem("nom", "missing", refuses=True))
    elif not any(letter.isalpha() for letter in name):
        problems.append(Problem("nom", "not_a_name", name, refuses=True))
    elif name != " ".join(given["nom"].split()):
        problems.append(Problem("nom", "cleaned", given["nom"][:200]))
    return shortened("nom", name, problems)


def _hours(value: str, problems: list[Problem]) -> tuple[str, str]:
    value = clean.line(opening_hours.from_national_map(value))
    if not value:
        return "", ""
    converted = opening_hours.convert(value)
    if converted and not converted.doubts and len(converted.osm) <= LONGEST["horaires"]:
        return converted.osm, ""
    problems.append(Problem("horaires", "hours_left_as_prose", value))
    return "", shortened("horaires", value, problems, LONGEST_PROSE)


def _point(
    given: Mapping[str, str], place: territory.Commune, problems: list[Problem]
) -> tuple[float, float] | None:
    written = [given.get(key, "").strip() for key in ("latitude", "longitude")]
    if not any(written):
        return None
    point = clean.coordinates(*written)
    if point is None:
        problems.append(Problem("latitude", "no_coordinates", " ".join(written)))
        return None
    if territory.great_circle_km(*point, place.latitude, place.longitude) > FARTHEST_KM:
        problems.append(Problem("latitude", "outside_commune", " ".join(written)))
        return None
    return round(point[0], 6), round(point[1], 6)


def _pivot(value: str, problems: list[Problem]) -> str:
    pivot = clean.pivot(value)
    if pivot == clean.UNKNOWN_PIVOT and value.strip(" 0"):
        problems.append(Problem("pivot", "bad_siret", value))
    return pivot


def _postcode(value: str, place: territory.Commune, problems: list[Problem]) -> str:
    value = value.strip()
    if len(value) == 5 and value.isascii() and value.isdecimal():
        return value
    if value:
        problems.append(Problem("code_postal", "bad_postcode", value))
    return place.postcodes[0]


def _phone(value: str, problems: list[Problem]) -> str:
    number = clean.phone(value)
    if clean.is_mobile(number):
        problems.append(Problem("telephone", "mobile_dropped"))
        return ""
    if value.strip() and not number:
        problems.append(Problem("telephone", "bad_phone", value))
    return number


def _emails(value: str, problems: list[Problem]) -> Words:
    found = clean.emails(value)
    if value.strip() and not found:
        problems.append(Problem("courriels", "bad_email", value))
    if any(clean.is_nominative(email) for email in found):
        problems.append(Problem("courriels", "nominative_dropped"))
    kept = tuple(email for email in found if not clean.is_nominative(email))
    return fitting("courriels", kept, problems)


def _labels(given: Mapping[str, str], problems: list[Problem]) -> Words:
    labels = tuple(_parts(given.get("autres_formations_labels", "")))
    return fitting("autres_formations_labels", labels, problems)


def _urls(key: str, given: Mapping[str, str], problems: list[Problem]) -> Words:
    value = given.get(key, "")
    found = clean.urls(value)
    if value.strip() and not found:
        problems.append(Problem(key, "bad_url", value))
    return fitting(key, tuple(found), problems)


def _date(value: str, problems: list[Problem]) -> dt.date | None:
    day = clean.date(value)
    if day is None and value.strip():
        problems.append(Problem("date_maj", "bad_date", value))
    return day


def _kinds(value: str, problems: list[Problem]) -> Words:
    known = {kind.lower(): kind for kind in KINDS}
    return _known("typologie", value, known, problems)


def _choices(key: str, value: str, problems: list[Problem]) -> Words:
    return _known(key, value, {_folded(choice): choice for choice in CHOICES[key]}, problems)


def _known(key: str, value: str, known: dict[str, str], problems: list[Problem]) -> Words:
    found = []
    for part in _parts(value):
        choice = known.get(_folded(part)) or known.get(part.lower())
        if choice is None:
            problems.append(Problem(key, "unknown_choice", part))
        else:
            found.append(choice)
    return tuple(dict.fromkeys(found))


def _parts(value: str) -> list[str]:
    parts = (clean.line(part) for part in value.split(SEPARATOR))
    return list(dict.fromkeys(part for part in parts if part))


def _folded(value: str) -> str:
    plain = unicodedata.normalize("NFKD", value.casefold().replace("’", "'"))
    return "".join(c for c in plain if c.isalnum())
