"""Participation in the admin: the desk of the questions, and who wishes to join the committee."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.model import ModelViewSet

from participation import moderation
from participation.models import JoinRequest


class JoinRequests(ModelViewSet):
    model = JoinRequest
    icon = "group"
    menu_label = _("Users’ committee")
    add_to_admin_menu = True
    menu_order = 310
    exclude_form_fields = ["sent_at"]
    list_display = ["__str__", "contact", "commune", "language", "sent_at"]
    ordering = ["-sent_at"]
    copy_view_enabled = False


class QuestionsMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(moderation.SORT)


@hooks.register("register_admin_viewset")
def join_requests():
    return JoinRequests("committee_requests")


@hooks.register("register_admin_urls")
def board_urls():
    return [
        path("questions/", moderation.questions, name="participation_questions"),
        path("questions/<int:pk>/", moderation.board, name="participation_board"),
    ]


@hooks.register("register_admin_menu_item")
def questions_menu_item():
    return QuestionsMenuItem(
        _("Questions and cards"),
        reverse("participation_questions"),
        icon_name="comment",
        order=300,
    )
