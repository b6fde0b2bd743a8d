"""The network's open data, and the form to propose an actor."""

import csv
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from mediation.models.actors import ActorLink, ActorPage
from mediation.network.forms import ActorForm
from portal import territory
from portal.public_forms import public_form
from portal.spreadsheets import harmless

COLUMNS = ("id", "name", "name_br", "kind", "commune", "website", "phone", "started", "source")


@public_form
def propose_actor(request: HttpRequest) -> HttpResponse:
    form = ActorForm.of(request)
    if form.is_valid():
        form.save()
        return redirect("actor_proposed")
    return form.answer("mediation/propose_actor.html", {"form": form})


def actor_proposed(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "mediation/actor_proposed.html")


@require_safe
def actors_json(request: HttpRequest) -> HttpResponse:
    """{"licence", "actors": [...], "links": [{"from", "kind", "to", "year", "source"}]}"""
    ids = {page.pk: page.slug for page in _pages()}
    links = ActorLink.objects.filter(actor__in=ids, other__in=ids).order_by("actor", "pk")
    return JsonResponse(
        {
            "licence": "Licence Ouverte 2.0",
            "actors": list(_rows()),
            "links": [
                {
                    "from": ids[link.actor_id],
                    "kind": link.kind,
                    "to": ids[link.other_id],
                    "year": link.year,
                    "source": link.source,
                }
                for link in links
            ],
        },
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )


@require_safe
def actors_csv(request: HttpRequest) -> HttpResponse:
    """One line an actor; no cell can start a formula in a spreadsheet."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="actors.csv"'
    writer = csv.DictWriter(answer, COLUMNS)
    writer.writeheader()
    for row in _rows():
        writer.writerow({name: _cell(value) for name, value in row.items()})
    return answer


def _pages():
    return ActorPage.objects.live().public().filter(locale__language_code="fr").order_by("title")


def _rows() -> Iterator[dict]:
    breton = dict(
        ActorPage.objects.live()
        .filter(locale__language_code="br", alias_of__isnull=True)
        .values_list("translation_key", "title")
    )
    for page in _pages():
        commune = territory.commune(page.commune)
        yield {
            "id": page.slug,
            "name": page.title,
            "name_br": breton.get(page.translation_key, ""),
            "kind": page.kind,
            "commune": commune.name() if commune else "",
            "website": page.website,
            "phone": page.phone,
            "started": page.started,
            "source": page.source,
        }


def _cell(value: object) -> object:
    return harmless(value) if isinstance(value, str) else value
