"""Registers the desk, the guards and the moves and deletions that a twin follows."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.translation import cascade, guards, views

hooks.register("construct_translated_pages_to_cascade_actions", cascade.twins)
hooks.register("before_move_page", cascade.refuse_move_without_twins)
hooks.register("before_edit_page", guards.refuse_half_translated, order=-1)
hooks.register("register_admin_urls", guards.guarded_urls, order=-1)


class DeskMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(guards.SUBMIT)


@hooks.register("register_admin_menu_item")
def desk_menu_item():
    return DeskMenuItem(
        _("Translators’ desk"),
        reverse("translators_desk"),
        icon_name="wagtail-localize-language",
        order=250,
    )


@hooks.register("register_admin_urls")
def desk_urls():
    return [
        path("translators/", views.desk, name="translators_desk"),
        path("translators/<int:page_id>/", views.proposals, name="translation_proposals"),
    ]
