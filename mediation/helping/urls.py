"""The help finder's address in each language."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from mediation.helping.views import finder

urlpatterns = [path(pgettext_lazy("address", "help/"), finder, name="help")]
