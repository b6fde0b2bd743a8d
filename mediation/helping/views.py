"""One address for the whole finder: every answer stands in it, so it can be shared and printed."""

from typing import Any

from django.apps import apps
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe
from wagtail.models import Page

from mediation.directory import cards, soon
from mediation.directory.entries import entries
from mediation.directory.pages import local_now
from mediation.helping.finder import distance_km, places_for
from mediation.helping.questions import NEEDS, WAYS, Answer, Asked, asked
from mediation.models.indexes import PlaceIndexPage
from portal import territory
from portal.models import for_everyone
from portal.search.matching import matching_pages


@require_safe
def finder(request: HttpRequest) -> HttpResponse:
    answers = asked(request.GET)
    context = {"answers": answers, "given": given(answers), "restart": request.path}
    if answers.step <= 3:
        context |= question(answers, request.GET)
        return TemplateResponse(request, "mediation/help_question.html", context)
    context |= answer(answers)
    context["address"] = request.build_absolute_uri()
    return TemplateResponse(request, "mediation/help_answer.html", context)


def question(answers: Asked, query: QueryDict) -> dict[str, Any]:
    """The next question; each choice is a link that carries the answers before it."""
    titles = {
        1: gettext("What do you need?"),
        2: gettext("Where do you live?"),
        3: gettext("How would you like to be helped?"),
    }
    choices = {1: _choices("need", NEEDS, query), 3: _choices("way", WAYS, query)}
    return {
        "step": answers.step,
        "title": titles[answers.step],
        "choices": choices.get(answers.step, _communes(query)),
        "map": {
            one.code: {"url": cards.replaced(query, commune=one.code)}
            for one in territory.communes()
        },
    }


def given(answers: Asked) -> list[dict[str, str]]:
    """What was answered, in words."""
    language = get_language() or "fr"
    said = [
        (gettext("I need"), answers.need and answers.need.label),
        (gettext("I live in"), answers.commune and answers.commune.name(language)),
        (gettext("I choose"), answers.way and answers.way.label),
    ]
    return [{"term": term, "text": text} for term, text in said if text]


def answer(answers: Asked) -> dict[str, Any]:
    """The places, the next workshops, one guide; never empty-handed."""
    language, now = (get_language() or "fr")[:2], local_now()
    index = PlaceIndexPage.objects.filter(for_everyone(), locale__language_code=language).first()
    everywhere = entries(language, now.date())
    near = territory.within(answers.commune.code, 15) if answers.commune else []
    found = places_for(answers, everywhere, now)
    fallback = not found
    if fallback:
        by_phone = Asked(answers.need, answers.commune, WAYS[2])
        found = places_for(by_phone, everywhere, now)
    shown = [cards.card(each, index.url if index else "", now, language) for each in found]
    for card, place in zip(shown, found, strict=True):
        if distance := round(distance_km(answers.commune, place)):
            cards.add_distance(card, distance)
    return {
        "first": shown[0] if shown else None,
        "others": shown[1:],
        "fallback": fallback,
        "dates": soon.in_communes(near, language, kind="workshop") if near else [],
        "guide": guide_for(answers.need, language),
        "all_places": _directory(index, answers),
    }


def guide_for(need: Answer | None, language: str) -> Page | None:
    """One comic guide about that need, in the reader's language if there is one."""
    if need is None or not need.guide or not apps.is_installed("guides"):
        return None
    guides = Page.objects.filter(for_everyone(), content_type__model="guidepage")
    matches = matching_pages(guides, need.guide)
    if not matches:
        return None
    best, key, *_rest = matches[0]
    page = Page.objects.filter(translation_key=key, locale__language_code=language)
    return page.filter(for_everyone()).first() or Page.objects.filter(pk=best).first()


def _choices(name: str, among: tuple[Answer, ...], query: QueryDict) -> list[dict[str, Any]]:
    return [
        {"label": each.label, "icon": each.icon, "url": cards.replaced(query, **{name: each.code})}
        for each in among
    ]


def _communes(query: QueryDict) -> list[dict[str, Any]]:
    language = get_language() or "fr"
    return [
        {"label": names, "icon": "", "url": cards.replaced(query, commune=code)}
        for code, names in territory.choices(language)
    ]


def _directory(index: PlaceIndexPage | None, answers: Asked) -> str:
    if index is None or answers.commune is None:
        return ""
    query = QueryDict(mutable=True)
    query["commune"], query["within"] = answers.commune.code, "15"
    if answers.need and answers.need.services:
        query.setlist("service", list(answers.need.services))
    return f"{index.url}?{query.urlencode()}"
