"""From a form to a published workshop, or to the moderators' queue when the team is not trusted."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, WorkflowState

from events import drafts
from events.models import SchoolHoliday, Team
from events.slugs import free_slug
from mediation.models import DatedPage, WorkshopIndexPage, WorkshopPage
from portal.schedule import Recurrence, ScheduleError, from_dict, to_dict


class PostError(Exception):
    """A post that cannot be; the message says what to do."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message


@transaction.atomic
def post_workshop(
    team: Team, user: AbstractBaseUser, recurrence: Recurrence, asked: dict[str, Any]
) -> WorkshopPage:
    """A new workshop at the team's place. Raises PostError when no page can hold it."""
    parent = WorkshopIndexPage.objects.filter(locale=Locale.get_default()).first()
    if parent is None:
        raise PostError(_("The site has no page for workshops yet. Please tell its administrator."))
    page = WorkshopPage(
        title=asked["title"],
        slug=free_slug(parent, asked["title"]),
        introduction=asked["summary"],
        schedule=to_dict(recurrence),
        place=team.place,
        commune=team.place.commune,
        capacity=asked["capacity"],
        owner=user,
        live=False,
    )
    parent.add_child(instance=page)
    send_out(page, team, user)
    return page


@transaction.atomic
def post_again(
    page: DatedPage, team: Team, user: AbstractBaseUser, days: Iterable[dt.date]
) -> None:
    """The same workshop on more days."""

    def add_days(version: DatedPage) -> None:
        so_far = schedule_so_far(version, page)
        version.schedule = to_dict(so_far.with_days(days, SchoolHoliday.known()))

    if _goes_at_once(team, page):
        drafts.publish(page, add_days, user)
        return
    draft = version_for(team, page)
    add_days(draft)
    draft.save_revision(user=user, log_action=True, clean=False)  # a draft may be unfinished
    _ask_moderators(draft, user)


def version_for(team: Team, page: DatedPage) -> DatedPage:
    """What a team's post goes on from: the draft, when its post is to be one more draft.

    Moderators publish the latest draft, and no other.
    """
    return page if _goes_at_once(team, page) else page.get_latest_revision_as_object()


def _goes_at_once(team: Team, page: DatedPage) -> bool:
    """What somebody took offline comes back by the moderators only."""
    return team.trusted and page.live


def schedule_so_far(version: DatedPage, page: DatedPage) -> Recurrence:
    """Of a version; of the live page when the version is a draft without a schedule yet."""
    try:
        return from_dict(version.schedule)
    except ScheduleError:
        return from_dict(page.schedule)


def send_out(page: DatedPage, team: Team, user: AbstractBaseUser) -> None:
    """A new page: published at once for a trusted team; else the moderators answer."""
    revision = page.save_revision(user=user, log_action=True)
    if team.trusted:
        # The right to post comes from the team, not from a right on the page tree.
        revision.publish(user=user, skip_permission_checks=True)
    else:
        _ask_moderators(page, user)


def _ask_moderators(page: DatedPage, user: AbstractBaseUser) -> None:
    """One question at a time: what they sent back is asked again, what waits goes on waiting."""
    state, workflow = page.current_workflow_state, page.get_workflow()
    if state and state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(user)
    elif workflow and not state:
        workflow.start(page, user)


def waiting_for_moderators(user: AbstractBaseUser) -> list[WorkflowState]:
    """What this person posted and moderators have not accepted, newest first."""
    undecided = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
    states = WorkflowState.objects.filter(requested_by=user, status__in=undecided)
    return list(states.select_related("current_task_state").order_by("-created_at")[:20])
