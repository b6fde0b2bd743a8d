"""The door of the site and the story of the territory."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home and story")

    def ready(self):
        from home import coming

        coming.connect()
