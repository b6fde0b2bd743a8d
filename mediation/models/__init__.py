"""The nouns of mediation."""

from mediation.models.actors import ActorIndexPage, ActorLink, ActorPage, ActorProposal
from mediation.models.dated import DatedPage
from mediation.models.imports import PlaceImport
from mediation.models.indexes import PlaceIndexPage
from mediation.models.place_details import PlaceClosure, PlaceNumber, PlacePhoto, PlaceReport
from mediation.models.places import PlacePage
from mediation.models.workshops import WorkshopIndexPage, WorkshopPage

__all__ = [
    "ActorIndexPage",
    "ActorLink",
    "ActorPage",
    "ActorProposal",
    "DatedPage",
    "PlaceClosure",
    "PlaceImport",
    "PlaceIndexPage",
    "PlaceNumber",
    "PlacePage",
    "PlacePhoto",
    "PlaceReport",
    "WorkshopIndexPage",
    "WorkshopPage",
]
