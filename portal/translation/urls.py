"""Where readers propose a translation, in each language."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from portal.translation import views

urlpatterns = [
    path(
        pgettext_lazy("address", "translate/<int:page_id>/"),
        views.propose,
        name="propose_translation",
    ),
    path(
        pgettext_lazy("address", "translate/received/"),
        views.proposed,
        name="translation_proposed",
    ),
]
