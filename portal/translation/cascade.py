"""A French page that goes away takes its Breton twin along, by whatever way it goes.

Aliases (a French page standing in for Breton) follow by Wagtail itself; this is for translations.
"""

from django.conf import settings
from wagtail.models import Page


def twins(pages, action: str) -> dict[Page, object]:
    """Hook construct_translated_pages_to_cascade_actions, for « delete » and « move ».

    Unpublishing follows by `unpublish_twins`, which hears expiry and scripts as well.
    """
    if action not in ("delete", "move"):
        return {}
    return {page: page.get_translations().specific() for page in pages if is_source(page)}


def unpublish_twins(sender, instance: Page, **_signal) -> None:
    """Signal page_unpublished."""
    if is_source(instance):
        for twin in instance.get_translations().live().filter(alias_of__isnull=True).specific():
            twin.unpublish()


def is_source(page: Page) -> bool:
    return page.locale.language_code == settings.LANGUAGE_CODE
