"""Inviting people to the team of a place, and answering an invitation."""

from typing import Any

from django import forms
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _

from events.models import Team
from events.space.access import moderators_only
from events.space.invitations import accept, invite, open_invitation
from mediation.models import PlacePage
from portal.numbers import row_number

BACKEND = "django.contrib.auth.backends.ModelBackend"


class InvitationForm(forms.Form):
    """Whom to invite to a team."""

    email = forms.EmailField(label=_("E-mail of the person"))


class NewTeamForm(forms.Form):
    """A place that has no team yet."""

    place = forms.ModelChoiceField(PlacePage.objects.none(), label=_("Place"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        places = PlacePage.objects.shown().filter(team=None).order_by("title")
        self.fields["place"].queryset = places


@moderators_only
def teams(request: HttpRequest) -> HttpResponse:
    """Every team; a new one for a place that has none."""
    form = NewTeamForm(request.POST or None)
    if form.is_valid():
        made = Team.objects.create(place=form.cleaned_data["place"])
        return redirect("space_team", pk=made.pk)
    found = Team.objects.select_related("place").prefetch_related("members")
    context = {"teams": found.order_by("place__title"), "form": form}
    return render(request, "events/space/teams.html", context)


@moderators_only
def team(request: HttpRequest, pk: int) -> HttpResponse:
    """One team: invite somebody, trust it, let somebody go."""
    found = get_object_or_404(Team.objects.select_related("place"), pk=pk)
    form = InvitationForm(request.POST if "email" in request.POST else None)
    if form.is_valid():
        invite(found, form.cleaned_data["email"], request.user)
        return redirect("space_team", pk=pk)
    if request.method == "POST" and not form.is_bound:
        _change(found, request.POST)
        return redirect("space_team", pk=pk)
    context = {"team": found, "form": form, "invitations": found.invitations.open()}
    return render(request, "events/space/team.html", context)


def invitation(request: HttpRequest, link: str) -> HttpResponse:
    """A person says yes: only the button acts, for mail scanners follow every link."""
    found = open_invitation(link)
    if request.method == "POST" and found:
        person = accept(found)
        if person:
            login(request, person, backend=BACKEND)
            return redirect("space")
        found = None
    status = 200 if found else 410
    return render(request, "events/space/invitation.html", {"invitation": found}, status=status)


def _change(team: Team, asked) -> None:
    if "trusted" in asked:
        team.trusted = asked["trusted"] == "yes"
        team.save(update_fields=["trusted"])
    if "remove" in asked:
        team.members.remove(row_number(asked["remove"]))
