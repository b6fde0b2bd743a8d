"""What stands beside the pages of mediation, in each language."""

from django.urls import include, path, re_path
from django.utils.translation import pgettext_lazy

from mediation.keeping import views as keeping
from mediation.open_data_views import places

urlpatterns = [
    path("", include("mediation.helping.urls")),
    path("", include("mediation.network.urls")),
    re_path(r"^(?P<slug>[\w-]+)/places\.(?P<form>csv|json|geojson)$", places, name="places_data"),
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
