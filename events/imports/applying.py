"""Writes what somebody has seen and accepted, all or nothing."""

from collections import Counter
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events import dates, drafts
from events.imports.difference import Change, to_cancel
from events.imports.errors import CalendarError
from events.models import CalendarPage, CalendarSource, EventPage, Occurrence
from events.slugs import free_slug


@transaction.atomic
def write(
    source: CalendarSource,
    changes: list[Change],
    *,
    publish: bool = True,
    cancel_gone: bool = False,
    user: Any = None,
) -> Counter[str]:
    """How many of each kind were written. New events are drafts unless `publish`."""
    done: Counter[str] = Counter()
    for change in changes:
        if change.kind == "new":
            _create(source, change, publish, user)
        elif change.kind == "changed":
            _update(change, user)
        elif change.kind == "gone" and cancel_gone:
            _cancel_all(change, source)
        else:
            continue
        done[change.kind] += 1
    source.refreshed_at = timezone.now()
    source.pending = ""
    source.save(update_fields=["refreshed_at", "pending"])
    return done


def _create(source: CalendarSource, change: Change, publish: bool, user: Any) -> None:
    parent = CalendarPage.objects.filter(locale__language_code="fr").first()
    if parent is None:
        raise CalendarError(_("There is no calendar page to put events under."))
    page = EventPage(
        slug=free_slug(parent, change.title),
        place=source.place,
        source=source.name,
        source_uid=change.uid,
        imported=change.values,
        owner=user,
        live=False,
        **change.values,
    )
    parent.add_child(instance=page)
    revision = page.save_revision(user=user)
    if publish:
        revision.publish(user=user, skip_permission_checks=True)
        _cancel(page, change.cancelled)


def _update(change: Change, user: Any) -> None:
    page = change.page
    if page.live:
        drafts.publish(page, partial(_say, change), user)
        _cancel(page, change.cancelled)
    else:
        _say(change, page)
        page.save_revision(user=user, clean=False)  # a draft may be unfinished


def _say(change: Change, page: EventPage) -> None:
    """What the partner says now; what somebody wrote over it in a draft stays."""
    for name, (before, after) in change.fields.items():
        if getattr(page, name) == before:
            setattr(page, name, after)
        page.imported[name] = after


def _cancel(page: EventPage, keys: frozenset[str]) -> None:
    for row in to_cancel(page, keys):
        dates.cancel(row, _("Cancelled by the organiser."))


def _cancel_all(change: Change, source: CalendarSource) -> None:
    reason = _("No longer announced by %(source)s.") % {"source": source.name}
    for row in Occurrence.objects.filter(page=change.page).standing().upcoming():
        dates.cancel(row, reason)
