"""Addresses of the register of personal data, in the reader's language."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from portal import privacy_views

urlpatterns = [
    path(
        pgettext_lazy("address", "personal-data/"),
        privacy_views.personal_data,
        name="personal_data",
    ),
    path(
        pgettext_lazy("address", "personal-data/article-30.csv"),
        privacy_views.processing_record,
        name="processing_record",
    ),
]
