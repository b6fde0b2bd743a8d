"""A change that goes on the site at once, and leaves the draft beside the page what it is: a draft.

A new revision made from the live page would be the latest one: it would bury the draft.
"""

from collections.abc import Callable
from typing import Any

from wagtail.signals import page_published

from mediation.models import DatedPage

Edit = Callable[[DatedPage], None]


def publish(page: DatedPage, edit: Edit, user: Any) -> None:
    """Makes the edit on the page and publishes it; a draft waiting beside is edited too."""
    if page.live and page.has_unpublished_changes and page.latest_revision:
        _publish_beside_draft(page, edit)
        return
    page = page.get_latest_revision_as_object()
    edit(page)
    # The right to publish was judged by the caller: it is not a right on the page tree.
    revision = page.save_revision(user=user, log_action=True)
    revision.publish(user=user, skip_permission_checks=True)


def _publish_beside_draft(page: DatedPage, edit: Edit) -> None:
    """Without a revision: what waits for the moderators goes on waiting."""
    revision = page.latest_revision
    draft = revision.as_object()
    edit(page)
    edit(draft)
    page.draft_title = draft.title
    page.save()
    revision.content, revision.object_str = draft.serializable_data(), str(draft)
    revision.save(update_fields=["content", "object_str"])
    page_published.send(sender=type(page), instance=page, revision=page.live_revision)
