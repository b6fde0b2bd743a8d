"""What the directory and the page of a commune show: ask, rows, words."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext, pgettext
from wagtail.models import Page

from mediation.directory import cards, soon
from mediation.directory.entries import Entry, entries
from mediation.directory.forms import Asked, DirectoryForm
from mediation.directory.search import distance_from, find
from mediation.models.places import PlacePage
from portal import territory
from portal.crumbs import crumbs_to
from portal.search.matching import matching_pages

A_PAGE = 20  # places


def directory(index, request: HttpRequest) -> dict[str, Any]:
    """The list or the map, its facets and counts."""
    now, language = local_now(), reader_language()
    form = DirectoryForm(request.GET)
    asked = form.asked(now)
    found = find(entries(language, now.date()), asked, ranks_of(asked.words))
    page = Paginator(found.entries, A_PAGE).get_page(asked.page)
    return {
        "form": form,
        "asked": asked,
        "results": page,
        "places": [_card(each, index, asked, now, language) for each in page],
        "announcement": announcement(len(found.entries)),
        "facets": cards.facets(found, asked, request.GET),
        "views": cards.views(asked, request.GET),
        "open_now": _open_now(request, asked),
        "commune": "".join(asked.communes[:1]),
        "map": cards.map_items(found.counts["commune"], request.GET),
        "tips": cards.ways_out(asked, form, request.GET),
        "query": request.GET,
        "geojson": f"{index.url}places.geojson?{request.GET.urlencode()}",
        "files": [
            {"label": name.upper(), "url": f"{index.url}places.{name}?{request.GET.urlencode()}"}
            for name in ("csv", "json", "geojson")
        ],
    }


def commune_page(index, commune: territory.Commune) -> dict[str, Any]:
    """The places of a commune and around it, its town hall first."""
    now, language = local_now(), reader_language()
    everywhere = entries(language, now.date())
    there = [each for each in everywhere if each.commune == commune.code]
    town_hall = next((each for each in there if "mairie" in each.ticked["kinds"]), None)
    here = [each for each in there if each is not town_hall]
    near = set(territory.within(commune.code, 10)) - {commune.code}
    around = [each for each in everywhere if each.commune in near and each.ticked["services"]]
    around.sort(key=lambda each: territory.distance_km(commune, territory.commune(each.commune)))
    return {
        "crumbs": crumbs_to(index, (commune.name(language), "")),
        "commune": commune,
        "name": commune.name(language),
        "town_hall": cards.card(town_hall, index.url, now, language) if town_hall else None,
        "places": [cards.card(each, index.url, now, language) for each in here],
        "around": [cards.card(each, index.url, now, language) for each in around[:4]],
        "dates": soon.in_communes([commune.code, *near], language),
        "guides": guides(language),
    }


def guides(language: str) -> list[Page]:
    """The first guides, whoever makes them: pages of that name in the reader's language."""
    pages = Page.objects.live().public().filter(content_type__model="guidepage")
    return list(pages.filter(locale__language_code=language).order_by("path")[:3])


def ranks_of(words: str) -> dict[UUID, int] | None:
    """The places whose words answer, best first; None when no word was asked."""
    if not words:
        return None
    ranks: dict[UUID, int] = {}
    for _id, key, *_rest in matching_pages(PlacePage.objects.live(), words):
        ranks.setdefault(UUID(key), len(ranks))
    return ranks


def announcement(number: int) -> str:
    if not number:
        return gettext("No place found")
    return ngettext("%(number)s place", "%(number)s places", number) % {"number": number}


def reader_language() -> str:
    return (get_language() or "fr")[:2]


def local_now() -> dt.datetime:
    """The wall clock here, without a zone."""
    return timezone.localtime().replace(tzinfo=None)


def _card(place: Entry, index, asked: Asked, now: dt.datetime, language: str) -> dict[str, Any]:
    shown = cards.card(place, index.url, now, language)
    distance = distance_from(asked, place)
    if distance is not None:
        cards.add_distance(shown, distance)
    return shown


def _open_now(request: HttpRequest, asked: Asked) -> dict[str, Any]:
    chosen = asked.open_at is not None
    url = cards.replaced(request.GET, open="" if chosen else "now")
    return {"label": pgettext("place", "Open now"), "url": url, "current": chosen}
