"""What has one address for all languages: the catalogue of open data."""

from django.urls import path

from mediation import open_data_views as views

urlpatterns = [
    path("donnees/", views.catalogue_page, name="catalogue"),
    path("donnees/catalogue.jsonld", views.catalogue_jsonld, name="catalogue_jsonld"),
    path("donnees/places-schema.json", views.schema, name="places_schema"),
]
