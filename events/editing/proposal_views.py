"""Moderators answer the proposals of an edition; an accepted one becomes a draft."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail.admin import messages

from events.models import CalendarPage, EventPage, Proposal
from events.proposals.notices import tell_answered
from events.slugs import free_slug

ANSWERS = (Proposal.State.ACCEPTED, Proposal.State.REFUSED)


class AnswerForm(forms.Form):
    """Yes or no, with a word."""

    state = forms.ChoiceField(
        label=pgettext_lazy("to a proposal", "Answer"),
        choices=[(state.value, state.label) for state in ANSWERS],
        widget=forms.RadioSelect,
    )
    answer = forms.CharField(
        label=gettext_lazy("A word to the proposer"),
        required=False,
        max_length=1000,
        widget=forms.Textarea,
    )


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The proposal, and the moderators' answer to it."""
    if not request.user.has_perm("events.change_proposal"):
        raise PermissionDenied
    proposal = get_object_or_404(Proposal.objects.select_related("edition"), pk=pk)
    is_open = proposal.state == Proposal.State.RECEIVED
    form = AnswerForm(request.POST or None)
    if is_open and form.is_valid():
        page = _settle(proposal, form.cleaned_data, request.user)
        messages.success(request, _("The proposer is told."))
        return redirect("wagtailadmin_pages:edit", page.pk) if page else redirect(request.path)
    context = {"proposal": proposal, "form": form, "is_open": is_open}
    return TemplateResponse(request, "events/admin/answer_proposal.html", context)


@transaction.atomic
def _settle(proposal: Proposal, data: dict[str, str], user) -> EventPage | None:
    proposal.state, proposal.answer = data["state"], data["answer"]
    proposal.answered_at = timezone.now()
    accepted = proposal.state == Proposal.State.ACCEPTED
    page = proposal.event = _draft(proposal, user) if accepted else None
    proposal.save()
    tell_answered(proposal)
    return page


def _draft(proposal: Proposal, user) -> EventPage:
    """A draft of the calendar, filled with what was proposed."""
    parent = CalendarPage.objects.filter(locale__language_code="fr").get()
    day = proposal.day or proposal.edition.first_day
    hours = {"starts": proposal.starts, "ends": proposal.ends}
    lines = [line for line in proposal.summary.splitlines() if line.strip()]
    page = EventPage(
        title=proposal.title,
        slug=free_slug(parent, proposal.title),
        introduction=proposal.summary[:280],
        text=str(format_html_join("", "<p>{}</p>", ((line,) for line in lines))),
        edition=proposal.edition,
        organizer=proposal.organizer,
        venue_name=proposal.venue[:120],
        commune=proposal.commune,
        schedule={
            "start": day.isoformat(),
            **{name: f"{hour:%H:%M}" for name, hour in hours.items() if hour and proposal.starts},
        },
        owner=user,
        live=False,
    )
    parent.add_child(instance=page)
    page.save_revision(user=user)
    return page
