"""From a form to a published workshop, or to the moderators' queue when the team is not trusted."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.models import Locale, WorkflowState

from events.models import Team
from events.slugs import free_slug
from mediation.models import DatedPage, WorkshopIndexPage, WorkshopPage
from portal.schedule import Recurrence, to_dict


@transaction.atomic
def post_workshop(
    team: Team, user: AbstractBaseUser, recurrence: Recurrence, asked: dict[str, Any]
) -> WorkshopPage:
    """A new workshop at the team's place. Raises LookupError when no page can hold it."""
    parent = WorkshopIndexPage.objects.filter(locale=Locale.get_default()).first()
    if parent is None:
        raise LookupError("There is no page to put workshops under.")
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
def post_again(page: DatedPage, team: Team, user: AbstractBaseUser, recurrence: Recurrence) -> None:
    """The same workshop on more days."""
    page.schedule = to_dict(recurrence)
    send_out(page, team, user)


def send_out(page: DatedPage, team: Team, user: AbstractBaseUser) -> None:
    """Published at once for a trusted team; else the moderators answer."""
    revision = page.save_revision(user=user, log_action=True)
    if team.trusted:
        # The right to post comes from the team, not from a right on the page tree.
        revision.publish(user=user, skip_permission_checks=True)
        return
    workflow = page.get_workflow()
    if workflow and not page.workflow_in_progress:
        workflow.start(page, user)


def waiting_for_moderators(user: AbstractBaseUser) -> list[WorkflowState]:
    """What this person posted and moderators have not accepted, newest first."""
    undecided = (WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES)
    states = WorkflowState.objects.filter(requested_by=user, status__in=undecided)
    return list(states.select_related("current_task_state").order_by("-created_at")[:20])
