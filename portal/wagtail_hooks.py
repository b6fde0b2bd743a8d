"""What the shared ground adds to the editors' desk."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from portal.models import Audience, GlossaryEntry, MessageTemplate, Theme
from portal.translation import admin  # noqa: F401 - its hooks register themselves


@hooks.register("insert_global_admin_css")
def lists_css():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("insert_editor_js")
def autosave_js():
    return format_html('<script src="{}"></script>', static("js/autosave.js"))


class ThemeViewSet(SnippetViewSet):
    model = Theme
    icon = "tag"


class AudienceViewSet(SnippetViewSet):
    model = Audience
    icon = "group"


class GlossaryViewSet(SnippetViewSet):
    model = GlossaryEntry
    icon = "help"
    search_fields = ["word", "meaning"]


class MessageViewSet(SnippetViewSet):
    model = MessageTemplate
    icon = "mail"
    list_display = ["kind", "language"]


class WordsViewSet(SnippetViewSetGroup):
    menu_label = _("Words")
    menu_icon = "openquote"
    items = (ThemeViewSet, AudienceViewSet, GlossaryViewSet, MessageViewSet)


register_snippet(WordsViewSet)
