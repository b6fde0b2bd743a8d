"""The actors that readers propose, for the moderators."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from mediation.models.actors import ActorProposal


class ActorProposals(ModelViewSet):
    model = ActorProposal
    icon = "group"
    menu_label = _("Proposed actors")
    add_to_admin_menu = True
    menu_order = 320
    exclude_form_fields = ["proposed_at"]
    list_display = ["__str__", "kind", "commune", "state", "proposed_at"]
    list_filter = ["state", "kind"]
    copy_view_enabled = False


@hooks.register("register_admin_viewset")
def actor_proposals():
    return ActorProposals("actor_proposals")
