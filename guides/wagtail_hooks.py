"""The comic in the admin: live preview, advice under each field, models to start from."""

from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import HeaderButton
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from guides import editor
from guides.models import GuideIndexPage, PlainWord


@hooks.register("register_admin_urls")
def editor_urls():
    return [
        path("guides/preview/", editor.preview, name="guide_preview"),
        path("guides/check/", editor.check_words, name="guide_check"),
        path("guides/<int:index_id>/models/", editor.models_of, name="guide_models"),
    ]


@hooks.register("insert_global_admin_css")
def editor_css():
    return format_html('<link rel="stylesheet" href="{}">', static("css/guide-editor.css"))


@hooks.register("insert_editor_js")
def editor_js():
    addresses = {
        "preview": reverse("guide_preview"),
        "check": reverse("guide_check"),
        "css": static("css/guide.css"),
    }
    data = format_html_join("", ' data-{}="{}"', addresses.items())
    return format_html(
        '<script src="{}" id="guide-editor"{}></script>', static("js/guide-editor.js"), data
    )


@hooks.register("register_page_header_buttons")
def model_button(page, user, view_name, next_url=None):
    if isinstance(page, GuideIndexPage) and page.permissions_for_user(user).can_add_subpage():
        yield HeaderButton(
            label=_("Start from a ready-made guide"),
            url=reverse("guide_models", args=[page.pk]),
            icon_name="copy",
        )


class PlainWordViewSet(SnippetViewSet):
    model = PlainWord
    icon = "openquote"
    menu_label = _("Difficult words")
    list_display = ["word", "plainer"]
    search_fields = ["word", "plainer"]
    add_to_settings_menu = True


register_snippet(PlainWordViewSet)
