"""The address of the search in each language: /fr/recherche/, /br/klask/."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from portal.search.views import search

urlpatterns = [path(pgettext_lazy("address", "search/"), search, name="search")]
