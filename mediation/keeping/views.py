"""Public answers about a place: report an error; for partners, confirm by a signed link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from mediation.directory.detail import about
from mediation.keeping.facts import mark_confirmed
from mediation.keeping.forms import ConfirmForm, ReportForm
from mediation.keeping.links import place_of
from mediation.models.place_details import PlaceReport
from mediation.models.places import PlacePage
from portal.public_forms import public_form


@public_form
def report(request: HttpRequest, pk: int) -> HttpResponse:
    place = get_object_or_404(PlacePage.objects.live().public(), pk=pk)
    form = ReportForm.of(request)
    if form.is_valid():
        form.save(place.original)
        return redirect("place_reported")
    return form.answer("mediation/report.html", {"form": form, "place": place})


def reported(request: HttpRequest) -> HttpResponse:
    sentence = _("A moderator reads your message, checks with the place and corrects the page.")
    return TemplateResponse(request, "mediation/thanks.html", {"sentence": sentence})


@public_form
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """GET shows what is published; only a button acts (mail programs open links by themselves)."""
    place = place_of(token)
    if place is None:
        return TemplateResponse(request, "mediation/confirm_expired.html", status=410)
    form = ConfirmForm.of(request)
    if form.is_valid():
        record(place, form.cleaned_data["answer"], form.cleaned_data["message"])
        return redirect("place_confirmed")
    shown = {"form": form, "place": place, "about": about(place, timezone.localtime())}
    response = form.answer("mediation/confirm.html", shown)
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    return response


def confirmed(request: HttpRequest) -> HttpResponse:
    sentence = _("Your answer is noted. Residents can trust this page thanks to you.")
    return TemplateResponse(request, "mediation/thanks.html", {"sentence": sentence})


def record(place: PlacePage, answer: str, message: str) -> None:
    """« Still right » is dated on the page; anything else waits for a moderator."""
    if answer == "right":
        mark_confirmed(place)
    else:
        kind = PlaceReport.Kind.CLOSED if answer == "closed" else PlaceReport.Kind.OTHER
        PlaceReport.objects.create(place=place, kind=kind, message=message, from_partner=True)
