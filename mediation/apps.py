"""Who helps, and where."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediationConfig(AppConfig):
    name = "mediation"
    verbose_name = _("Mediation")

    def ready(self) -> None:
        from mediation import finding, personal_data
        from mediation.keeping import notices
        from mediation.models import PlacePage
        from mediation.network import personal_data as network_data

        personal_data.declare()
        network_data.declare()
        notices.declare_messages()
        finding.watch_places(PlacePage)
