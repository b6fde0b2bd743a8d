"""A French page that goes away takes its Breton twin along, by whatever way it goes.

Aliases (a French page standing in for Breton) follow by Wagtail itself; this is for translations.
"""

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail.models import Page


def twins(pages, action: str) -> dict[Page, object]:
    """Hook construct_translated_pages_to_cascade_actions, for « delete » and « move ».

    Unpublishing follows by `unpublish_twins`, which hears expiry and scripts as well.
    """
    if action not in ("delete", "move"):
        return {}
    return {page: page.get_translations().specific() for page in pages if is_source(page)}


def refuse_move_without_twins(request, page: Page, destination: Page):
    """Hook before_move_page: below a page without its own twin, the page's twin has no place."""
    # Wagtail moves the French page first, then fails on the twin: half of the move would stay.
    if not is_source(page) or all(map(destination.has_translation, _moved_along(page))):
        return None
    told = gettext(
        "Not moved: « %(page)s » has a translation, and « %(destination)s » has none to receive"
        " it. Translate « %(destination)s » first."
    )
    titles = {"page": page.get_admin_display_title(), "destination": destination.title}
    messages.error(request, told % titles)
    return redirect("wagtailadmin_pages:move", page.pk)


def _moved_along(page: Page) -> list[int]:
    """Languages of the twins that stand below the parent's twin, as Wagtail moves them."""
    parents = page.get_parent().get_translations()
    twins = page.get_translations()
    return [twin.locale_id for twin in twins if twin.get_parent() in parents]


def unpublish_twins(sender, instance: Page, **_signal) -> None:
    """Signal page_unpublished."""
    if is_source(instance):
        for twin in instance.get_translations().live().filter(alias_of__isnull=True).specific():
            twin.unpublish()


def is_source(page: Page) -> bool:
    return page.locale.language_code == settings.LANGUAGE_CODE
