"""Portal: the shared ground, and what it listens to."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "portal"
    verbose_name = _("Portal")

    def ready(self) -> None:
        from wagtail.signals import page_unpublished

        from portal import personal_data, privacy_checks  # noqa: F401 - checks register themselves
        from portal.translation.cascade import unpublish_twins

        personal_data.declare()
        page_unpublished.connect(unpublish_twins, dispatch_uid="portal.unpublish_twins")
