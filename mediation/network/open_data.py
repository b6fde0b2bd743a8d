"""The network of actors in the catalogue of open data."""

from typing import Any

from django.db.models import Max
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, override

from mediation.models import ActorPage


def actors_dataset(request: HttpRequest) -> dict[str, Any]:
    """As `mediation.open_data_views.places_dataset`: who does what, and with whom."""
    actors = ActorPage.objects.live().public().filter(locale__language_code="fr")
    with override("fr"):
        addresses = {"JSON": reverse("actors_json"), "CSV": reverse("actors_csv")}
    kinds = {"JSON": "application/json", "CSV": "text/csv"}
    return {
        "id": "actors",
        "title": gettext("Actors and initiatives"),
        "description": gettext("Who makes the digital path of the territory, and with whom."),
        "changed": actors.aggregate(at=Max("last_published_at"))["at"],
        "count": actors.count(),
        "files": [
            {"name": name, "url": request.build_absolute_uri(address), "type": kinds[name]}
            for name, address in addresses.items()
        ],
    }
