"""What stands beside the network's pages, in each language."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from mediation.network import views

urlpatterns = [
    path(pgettext_lazy("address", "propose-actor/"), views.propose_actor, name="propose_actor"),
    path(
        pgettext_lazy("address", "propose-actor/received/"),
        views.actor_proposed,
        name="actor_proposed",
    ),
    path("data/actors.json", views.actors_json, name="actors_json"),
    path("data/actors.csv", views.actors_csv, name="actors_csv"),
]
