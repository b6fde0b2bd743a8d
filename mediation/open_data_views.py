"""The open data: places in three forms, their schema, and the catalogue (DCAT)."""

from typing import Any

from django.conf import settings
from django.db.models import Count, Max
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from mediation.directory.entries import entries
from mediation.directory.forms import DirectoryForm
from mediation.directory.pages import local_now, ranks_of
from mediation.directory.search import find
from mediation.models.indexes import PlaceIndexPage
from mediation.models.places import PlacePage
from mediation.opendata import table_schema
from mediation.publishing import FORMATS, LICENCE, published
from portal import territory
from portal.answers import conditional
from portal.models import for_everyone


@require_safe
def places(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    """The places of a search, beside the directory and valid against the national schema."""
    if not PlaceIndexPage.objects.filter(for_everyone(), slug=slug).exists():
        raise Http404
    search = DirectoryForm(request.GET)
    found = found_keys(search)
    if not search.is_valid():
        return JsonResponse({"errors": search.errors}, status=400)
    pages = PlacePage.objects.shown() if found is None else PlacePage.objects.filter(pk__in=found)
    answer = HttpResponse(published(form, pages), content_type=FORMATS[form][1])
    # Without a day of change: a partner's correction is no publication.
    return conditional(request, _described(request, answer))


def found_keys(search: DirectoryForm) -> list[int] | None:
    """The places of a search; None when nothing was asked, so all of them."""
    if not search.data:
        return None
    now = local_now()
    asked = search.asked(now)
    found = find(entries("fr", now.date()), asked, ranks_of(asked.words))
    return [each.pk for each in found.entries]


def _described(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """With the licence of the data, and their schema."""
    schema = request.build_absolute_uri(reverse("places_schema"))
    response["Link"] = f'<{LICENCE}>; rel="license", <{schema}>; rel="describedby"'
    return _open(response)


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """The Table Schema of the places."""
    return _open(
        JsonResponse(table_schema(), json_dumps_params={"ensure_ascii": False, "indent": 1})
    )


@require_safe
def catalogue_page(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "mediation/catalogue.html", {"datasets": datasets(request)})


@require_safe
def catalogue_jsonld(request: HttpRequest) -> HttpResponse:
    """DCAT-AP in JSON-LD."""
    found = [_dcat(each) for each in datasets(request)]
    body = {
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
        },
        "@id": request.build_absolute_uri(reverse("catalogue")),
        "@type": "dcat:Catalog",
        "dct:title": gettext("Open data of digital mediation"),
        "dct:publisher": {"@type": "foaf:Organization", "foaf:name": territory.name()},
        "dct:license": {"@id": LICENCE},
        "dcat:dataset": found,
    }
    answer = JsonResponse(body, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer["Content-Type"] = "application/ld+json; charset=utf-8"
    return _open(answer)


def datasets(request: HttpRequest) -> list[dict[str, Any]]:
    """What is published: each room tells its own (settings.OPEN_DATA)."""
    return [import_string(source)(request) for source in settings.OPEN_DATA]


def places_dataset(request: HttpRequest) -> dict[str, Any]:
    """{id, title, description, changed, count, schema?, files: [{name, url, type}]}."""
    index = PlaceIndexPage.objects.filter(for_everyone(), locale__language_code="fr").first()
    facts = PlacePage.objects.shown().aggregate(at=Max("last_published_at"), count=Count("pk"))
    base = index.full_url if index else ""
    return {
        "id": "places",
        "title": gettext("Places of digital help"),
        "description": gettext("Where residents find help: address, hours, services."),
        "changed": facts["at"],
        "count": facts["count"],
        "schema": request.build_absolute_uri(reverse("places_schema")),
        "files": [
            {"name": form.upper(), "url": f"{base}places.{form}", "type": kind.split(";")[0]}
            for form, (_writer, kind) in FORMATS.items()
            if base
        ],
    }


def _dcat(dataset: dict[str, Any]) -> dict[str, Any]:
    described = {
        "@type": "dcat:Dataset",
        "dct:identifier": dataset["id"],
        "dct:title": dataset["title"],
        "dct:description": dataset["description"],
        "dct:spatial": territory.name(),
        "dct:license": {"@id": LICENCE},
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:title": file["name"],
                "dcat:downloadURL": {"@id": file["url"]},
                "dcat:mediaType": file["type"],
                "dct:license": {"@id": LICENCE},
            }
            for file in dataset["files"]
        ],
    }
    if "schema" in dataset:
        described["dct:conformsTo"] = {"@id": dataset["schema"]}
    if dataset["changed"]:
        described["dct:modified"] = dataset["changed"].isoformat()
    return described


def _open(response: HttpResponse) -> HttpResponse:
    response["Access-Control-Allow-Origin"] = "*"
    return response
