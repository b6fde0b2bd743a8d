"""Which places answer: near, able to help with that, in the way that suits. Pure."""

import datetime as dt
from collections.abc import Sequence

from mediation.directory.entries import Entry
from mediation.helping.questions import Answer, Asked
from portal import territory

SHOWN = 3
CLOSE_KM = 10  # as near as makes no difference: there, an open door counts more


def places_for(asked: Asked, places: Sequence[Entry], now: dt.datetime) -> list[Entry]:
    """At most three places, the best first; empty when nobody helps in that way."""
    if asked.need is None or asked.commune is None or asked.way is None:
        return []
    able = [each for each in places if _helps(each, asked.need) and _reaches(each, asked.way)]
    return sorted(able, key=lambda each: _order(each, asked.commune, now))[:SHOWN]


def distance_km(commune: territory.Commune, place: Entry) -> float:
    there = territory.commune(place.commune)
    return territory.distance_km(commune, there) if there else 999.0


def _helps(place: Entry, need: Answer) -> bool:
    wanted = need.services
    return bool(place.ticked["services"] & set(wanted) if wanted else place.ticked["services"])


def _reaches(place: Entry, way: Answer) -> bool:
    if way.code == "telephone":
        return bool(place.phone)
    if way.code == "domicile":
        return "a-domicile" in place.ticked["ways"] or "itinerant" in place.ticked["kinds"]
    return True


def _order(place: Entry, commune: territory.Commune, now: dt.datetime) -> tuple[object, ...]:
    """An island is left only when nothing is on it."""
    distance = distance_km(commune, place)
    there = territory.commune(place.commune)
    crosses = there is not None and there != commune and (there.island or commune.island)
    state = place.state(now)
    wait = (state.until - now) if state.until and state.kind == "closed" else dt.timedelta()
    unknown = state.kind == "unknown" or (state.kind == "closed" and state.until is None)
    zone = int(distance // CLOSE_KM)
    return crosses, zone, unknown, not place.phone, wait, distance
