"""The pages of the desk, in the admin: GET shows, POST acts."""

import hashlib
import io

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from mediation import exchange, reporting
from mediation.applying import apply
from mediation.desk.forms import ImportForm
from mediation.desk.merging import merge, set_apart
from mediation.exchange_fields import PAGE_FIELD
from mediation.importing import Plan, plan
from mediation.keeping.facts import mark_confirmed
from mediation.models.imports import PlaceImport
from mediation.models.indexes import PlaceIndexPage
from mediation.models.place_details import PlaceReport
from mediation.models.places import PlacePage
from mediation.opendata import FileError, read

moderator = permission_required("mediation.change_placereport", raise_exception=True)
importer = permission_required("mediation.add_placeimport", raise_exception=True)


@importer
def bring(request: HttpRequest) -> HttpResponse:
    """Brings a file; the next page shows what it would change."""
    form = ImportForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        content = file.read()
        brought = PlaceImport.objects.create(
            name=file.name[:200],
            content=content,
            digest=hashlib.sha256(content).hexdigest(),
            brought_by=request.user,
        )
        return redirect("places_import", brought.pk)
    context = {"form": form, "past": PlaceImport.objects.defer("content")[:20]}
    return TemplateResponse(request, "mediation/admin/bring.html", context)


@importer
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """The difference, then its writing: the file is read again, so what is seen is what is done."""
    brought = get_object_or_404(PlaceImport, pk=pk, written_at=None)
    try:
        found = _plan(bytes(brought.content))
    except FileError as error:
        messages.error(request, reporting.refused_file(error))
        return redirect("places_bring")
    if request.method == "POST":
        _write(request, brought, found)
        return redirect("places_bring")
    context = {
        "brought": brought,
        "summary": reporting.summary(found),
        "sections": list(reporting.sections(found)),
        "empty": found.empty,
    }
    return TemplateResponse(request, "mediation/admin/difference.html", context)


@moderator
def reports(request: HttpRequest) -> HttpResponse:
    """What people reported and nobody has dealt with, the oldest first."""
    waiting = PlaceReport.objects.filter(settled_at=None).select_related("place")
    return TemplateResponse(request, "mediation/admin/reports.html", {"reports": waiting})


@moderator
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    PlaceReport.objects.filter(pk=pk, settled_at=None).update(settled_at=timezone.now())
    return redirect("places_reports")


@moderator
def duplicates(request: HttpRequest) -> HttpResponse:
    """Pairs that resemble each other, field by field."""
    places = PlacePage.objects.kept().doubtful().select_related("alike")
    pairs = [_pair(place) for place in places[:50]]
    return TemplateResponse(request, "mediation/admin/duplicates.html", {"pairs": pairs})


@moderator
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Same place (one is merged into the other), or two places."""
    place = get_object_or_404(PlacePage.objects.doubtful(), pk=pk)
    if request.POST.get("decision") == "same":
        merge(place.alike, place, request.user)
    elif request.POST.get("decision") == "two":
        set_apart(place, request.user)
    return redirect("places_duplicates")


@moderator
def unconfirmed(request: HttpRequest) -> HttpResponse:
    """Places nobody has confirmed for twelve months, the oldest first."""
    places = PlacePage.objects.shown().unconfirmed().order_by("confirmed_on", "updated_on", "title")
    return TemplateResponse(request, "mediation/admin/unconfirmed.html", {"places": places})


@moderator
def hours_to_read(request: HttpRequest) -> HttpResponse:
    """Places whose hours are words only; typing the week takes them off the list."""
    places = PlacePage.objects.kept().to_read().order_by("title")
    return TemplateResponse(request, "mediation/admin/hours_to_read.html", {"places": places})


@moderator
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """The moderator asked, by telephone for example, and it is right."""
    mark_confirmed(get_object_or_404(PlacePage.objects.originals(), pk=pk))
    return redirect("places_unconfirmed")


def _plan(content: bytes) -> Plan:
    return plan(read(io.BytesIO(content)), list(exchange.known_places()))


def _write(request: HttpRequest, brought: PlaceImport, found: Plan) -> None:
    index = PlaceIndexPage.objects.filter(locale__language_code="fr").first()
    if index is None:
        messages.error(request, gettext("There is no directory of places yet."))
        return
    apply(found, index)
    brought.outcome = dict(reporting.summary(found))
    brought.content, brought.written_at = b"", timezone.now()
    brought.save()
    messages.success(request, gettext("Written."))


def _pair(place: PlacePage) -> dict:
    """What differs between them, field by field."""
    mine, other = exchange.to_words(place), exchange.to_words(place.alike)
    fields = [
        {"label": _label(name), "mine": mine[name], "other": other[name]}
        for name in mine
        if mine[name] != other[name] and name != "id"
    ]
    return {"place": place, "alike": place.alike, "fields": fields}


def _label(national: str) -> str:
    """The words of the editor's form for a field of the schema."""
    return str(PlacePage._meta.get_field(PAGE_FIELD[national]).verbose_name)
