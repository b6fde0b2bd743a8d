"""Which territory this is: its name and its communes, read from one data file.

Another territory replaces the file (settings.TERRITORY_FILE). Sources of ours: INSEE code
officiel géographique and La Poste postcodes (Licence Ouverte 2.0); centres from GeoNames
(geonames.org, CC BY 4.0) where the town's point is known, else the middle of the commune's area
(IGN Admin Express, Licence Ouverte 2.0); Breton names as Apertium and GeoNames both give them.
"""

import json
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

EARTH_RADIUS_KM = 6371.0


@dataclass(frozen=True)
class Commune:
    """A commune; `names` and `slugs` by language ("fr", "br"), centre in degrees (WGS 84)."""

    code: str
    names: dict[str, str]
    slugs: dict[str, str]
    postcodes: tuple[str, ...]
    latitude: float
    longitude: float
    intercommunality: str
    island: bool = False

    def __hash__(self) -> int:
        return hash(self.code)

    def name(self, language: str = "fr") -> str:
        """The name in a language, else the French one."""
        return self.names.get(language, self.names["fr"])

    def both_names(self, language: str = "fr") -> str:
        """« Groix – Groe »: the reader's language first; once when both are the same."""
        first = self.name(language)
        others = [name for name in self.names.values() if name != first]
        return " – ".join([first, *others])


def name(language: str = "fr") -> str:
    """The territory's name: « Pays de Lorient », « Bro an Oriant »."""
    names: dict[str, str] = _data()["name"]
    return names.get(language, names["fr"])


def communes() -> tuple[Commune, ...]:
    """All communes, sorted as a French reader expects."""
    return _in_order("fr")


def commune(code: str) -> Commune | None:
    """The commune with this INSEE code, or None when it is not one of ours."""
    return _by_code().get(code)


def distance_km(a: Commune, b: Commune) -> float:
    """From centre to centre, as the gull flies."""
    return great_circle_km(a.latitude, a.longitude, b.latitude, b.longitude)


def great_circle_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Haversine distance between two points in degrees."""
    half_lat, half_lon = radians(lat2 - lat1) / 2, radians(lon2 - lon1) / 2
    h = sin(half_lat) ** 2 + cos(radians(lat1)) * cos(radians(lat2)) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * asin(sqrt(h))


def within(code: str, km: float) -> list[str]:
    """INSEE codes whose centre is at most `km` away, nearest first, itself included.

    Empty when the code is not ours.
    """
    here = commune(code)
    if here is None:
        return []
    reach = [(distance_km(here, other), other.code) for other in communes()]
    return [other for distance, other in sorted(reach) if distance <= km]


def choices(language: str = "fr") -> list[tuple[str, str]]:
    """(code, both names) for a select, sorted by the names of that language."""
    return [(each.code, each.both_names(language)) for each in _in_order(language)]


def find(text: str) -> Commune | None:
    """The commune of this name in either language, slug, code; accents and hyphens are free."""
    return _by_key().get(_key(text))


def collation(text: str) -> str:
    """A key that sorts « Gâvres » before « Gestel »: accents do not count."""
    return _key(text)


def _key(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join("".join(c if c.isalnum() else " " for c in letters).split())


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(_path().read_text("utf-8"))
    return data


def _path() -> Path:
    """settings.TERRITORY_FILE when Django is there and says so, else our own file."""
    from django.conf import settings  # a late import: the module also serves plain scripts

    own = Path(__file__).with_name("territory.json")
    return Path(getattr(settings, "TERRITORY_FILE", None) or own) if settings.configured else own


@cache
def _by_code() -> dict[str, Commune]:
    return {row["code"]: _commune(row) for row in _data()["communes"]}


@cache
def _in_order(language: str) -> tuple[Commune, ...]:
    return tuple(sorted(_by_code().values(), key=lambda c: collation(c.name(language))))


def _commune(row: dict[str, Any]) -> Commune:
    latitude, longitude = row["centre"]
    return Commune(
        code=row["code"],
        names=row["names"],
        slugs={language: _key(text).replace(" ", "-") for language, text in row["names"].items()},
        postcodes=tuple(row["postcodes"]),
        latitude=latitude,
        longitude=longitude,
        intercommunality=row["intercommunality"],
        island=row.get("island", False),
    )


@cache
def _by_key() -> dict[str, Commune]:
    known = {}
    for each in communes():
        for text in (each.code, *each.names.values()):
            known[_key(text)] = each
    return known


def forget_file() -> None:
    """Reads the data file again: for tests, and when settings change."""
    reread: tuple[Callable[..., Any], ...] = (_data, _by_code, _in_order, _by_key)
    for each in reread:
        each.cache_clear()  # type: ignore[attr-defined]
