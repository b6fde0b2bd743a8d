"""A change that goes on the site at once, and leaves the draft beside the page what it is: a draft.

A revision made from the live page alone would be the latest one: it would bury the draft. The draft
is saved after it, with the same change, so that whoever has it open is told.
"""

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from wagtail.signals import page_published

from mediation.models import DatedPage

Edit = Callable[[DatedPage], None]


def publish(page: DatedPage, edit: Edit, user: Any) -> None:
    """Makes the edit on the page and publishes it; a draft waiting beside is edited too."""
    if page.live and page.has_unpublished_changes and page.latest_revision:
        _publish_beside_draft(page, edit, user)
        return
    page = page.get_latest_revision_as_object()
    edit(page)
    # The right to publish was judged by the caller: it is not a right on the page tree.
    revision = page.save_revision(user=user, log_action=True)
    revision.publish(user=user, skip_permission_checks=True)


def _publish_beside_draft(page: DatedPage, edit: Edit, user: Any) -> None:
    draft = page.get_latest_revision_as_object()
    edit(page)
    page.last_published_at = timezone.now()
    page.save()
    page_published.send(sender=type(page), instance=page, revision=page.live_revision)
    page.update_aliases()
    edit(draft)
    draft.save_revision(user=user, log_action=True, clean=False)  # a draft may be unfinished
