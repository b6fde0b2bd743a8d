"""My places: what their partners keep true by themselves."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from events.space.access import mediators_only, teams_of
from mediation.keeping.facts import FactsForm, ask_moderators, publish
from mediation.models import PlacePage


@mediators_only
def places(request: HttpRequest) -> HttpResponse:
    """The places of my teams; the only one opens at once."""
    teams = list(teams_of(request.user).order_by("place__title"))
    if len(teams) == 1:
        return redirect("space_place", pk=teams[0].place_id)
    return render(request, "events/space/places.html", {"teams": teams})


@mediators_only
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """A trusted team publishes at once; what another one writes is read by a moderator first."""
    team = get_object_or_404(teams_of(request.user), place_id=pk)
    page = get_object_or_404(PlacePage, pk=pk)
    form = FactsForm(request.POST or None, instance=PlacePage.objects.get(pk=pk))
    if form.is_valid():
        if changes := form.changes():
            _carry_out(request, team.trusted, page, changes)
        return redirect("space_place", pk=pk)
    return render(request, "events/space/place.html", {"form": form, "place": page, "team": team})


def _carry_out(request: HttpRequest, trusted: bool, page: PlacePage, changes: dict) -> None:
    if trusted:
        publish(page, changes)
        messages.success(request, _("It is on the site."))
    else:
        ask_moderators(page, changes)
        messages.success(request, _("A moderator reads it before it is on the site."))
