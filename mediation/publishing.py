"""The places as open data: which ones, in which form, with which names."""

import io
from collections.abc import Callable, Iterator
from typing import Any

from mediation import exchange
from mediation.models.places import PlacePage
from mediation.opendata import PlaceRow, write_csv, write_geojson, write_json

LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence"
# format: (writer, content type)
FORMATS: dict[str, tuple[Callable[..., None], str]] = {
    "csv": (write_csv, "text/csv; charset=utf-8"),
    "json": (write_json, "application/json; charset=utf-8"),
    "geojson": (write_geojson, "application/geo+json; charset=utf-8"),
}


def published_rows(places: Any = None) -> Iterator[PlaceRow]:
    """The places shown to the public that the schema accepts, in an order that does not move."""
    pages = PlacePage.objects.shown() if places is None else places
    rows = (exchange.row_of(page) for page in pages if exchange.publishable(page))
    return iter(sorted(rows, key=lambda row: (row.source, row.id)))


def published(form: str, places: Any = None) -> str:
    writer, _content_type = FORMATS[form]
    stream = io.StringIO()
    writer(published_rows(places), stream)
    return stream.getvalue()
