"""The home page, the pages that inform, the story of the territory."""

from home.models.home import HomePage
from home.models.information import InformationPage
from home.models.story import TerritoryStoryPage

__all__ = ["HomePage", "InformationPage", "TerritoryStoryPage"]
