"""The yearly link: signed, without a password, for one place, for sixty days, until it is used."""

import datetime as dt

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import translation

from mediation.models.places import PlacePage

SALT = "mediation.keeping"
VALID = dt.timedelta(days=60)


def link_for(place: PlacePage) -> str:
    """The absolute address to send; it stops working once the place is confirmed again."""
    token = signing.dumps([place.pk, _mark(place)], salt=SALT)
    with translation.override("fr"):
        return f"{settings.BASE_URL.rstrip('/')}{reverse('place_confirm', args=[token])}"


def place_of(token: str) -> PlacePage | None:
    """The place of a link that is still good."""
    try:
        pk, mark = signing.loads(token, salt=SALT, max_age=VALID)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    place = PlacePage.objects.filter(pk=pk).first()
    return place if place and _mark(place) == mark else None


def _mark(place: PlacePage) -> str:
    return place.confirmed_on.isoformat() if place.confirmed_on else ""
