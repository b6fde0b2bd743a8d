"""What an editor typed wrong about a place, by field; what can be put right is put right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mediation.opendata import FARTHEST_KM
from mediation.opendata import cells as clean
from mediation.opening_hours import problems
from portal import territory

if TYPE_CHECKING:
    from mediation.models.places import PlacePage

Faults = dict[str, str | Promise]


def faults(place: "PlacePage") -> Faults:
    """Field → what is wrong with it; numbers and addresses are tidied on the way."""
    found = {**_identity(place), **_addresses(place), **_point(place)}
    if place.wifi_outside and problems(place.wifi_outside):
        found["wifi_outside"] = _("These hours cannot be read.")
    return found


def _identity(place: "PlacePage") -> Faults:
    found: Faults = {}
    if place.siret:
        place.siret = clean.pivot(place.siret)
        if place.siret == clean.UNKNOWN_PIVOT:
            found["siret"] = _("This SIRET has a wrong key.")
    if place.phone:
        place.phone, typed = clean.phone(place.phone), place.phone
        if not place.phone:
            place.phone, found["phone"] = typed, _("This is not a French telephone number.")
    if place.postcode and not (len(place.postcode) == 5 and place.postcode.isdecimal()):
        found["postcode"] = _("A postcode has five digits.")
    return found


def _addresses(place: "PlacePage") -> Faults:
    checks: tuple[tuple[str, Callable[[str], list[str]], str | Promise], ...] = (
        ("emails", clean.emails, _("This is not an e-mail address.")),
        ("websites", clean.urls, _("This is not a web address.")),
    )
    found: Faults = {}
    for name, cleaned, words in checks:
        typed = getattr(place, name)
        kept = "|".join(cleaned(typed))
        setattr(place, name, kept or typed)
        if typed.strip() and not kept:
            found[name] = words
    return found


def _point(place: "PlacePage") -> Faults:
    if (place.latitude is None) != (place.longitude is None):
        return {"longitude": _("Give both coordinates, or none.")}
    here = territory.commune(place.commune)
    if place.latitude is None or here is None:
        return {}
    away = territory.great_circle_km(place.latitude, place.longitude, here.latitude, here.longitude)
    return {"latitude": _("This point is far outside the commune.")} if away > FARTHEST_KM else {}
