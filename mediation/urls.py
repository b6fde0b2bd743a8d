"""What stands beside the pages of mediation, in each language."""

from django.urls import include, path
from django.utils.translation import pgettext_lazy

from mediation.keeping import views as keeping

urlpatterns = [
    path("", include("mediation.helping.urls")),
    path("", include("mediation.network.urls")),
    path(pgettext_lazy("address", "report-error/<int:pk>/"), keeping.report, name="place_report"),
    path(pgettext_lazy("address", "report-error/thanks/"), keeping.reported, name="place_reported"),
    path(
        pgettext_lazy("address", "confirm-place/<str:token>/"),
        keeping.confirm,
        name="place_confirm",
    ),
    path(
        pgettext_lazy("address", "confirm-place/thanks/done/"),
        keeping.confirmed,
        name="place_confirmed",
    ),
]
