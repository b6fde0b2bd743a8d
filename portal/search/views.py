"""The page of the site search."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override

from portal.models.search_counts import count_search
from portal.search.forms import CHOICES, SiteSearchForm
from portal.search.lexicon import LANGUAGES
from portal.search.results import Results, search_pages
from portal.search.suggest import suggest
from portal.search.vocabulary import vocabulary


def search(request: HttpRequest) -> HttpResponse:
    """Pages of every kind that answer `q`, or the way out when none does."""
    form = SiteSearchForm(request.GET)
    words, kind, page = form.asked()
    context = {"form": form, "words": words, "kind": kind, "twin": _twin(request, words, kind)}
    if words:
        results = search_pages(words, get_language() or "fr", kind, page)
        if not kind and results.sheet.number == 1:
            count_search(words, found=bool(results.total))
        context |= {
            "results": results,
            "kinds": _kinds(words, results, kind),
            "suggestion": "" if results.total else suggest(words, vocabulary()),
        }
    return render(request, "portal/search.html", context)


def _kinds(words: str, results: Results, kind: str) -> list[dict[str, object]]:
    """The chips that narrow the search to one kind of page, each with its number."""
    counts = {kind: 0, **results.counts, "": results.total}
    return [
        {
            "label": CHOICES[name],
            "url": _address(words, name),
            "count": count,
            "current": name == kind,
        }
        for name in CHOICES
        if (count := counts.get(name)) is not None
    ]


def _twin(request: HttpRequest, words: str, kind: str) -> dict[str, str]:
    """This search in each language, for the switch and for search engines."""
    twins = {}
    for language in LANGUAGES:
        with override(language):
            address = reverse("search") + _address(words, kind)
        twins[language] = request.build_absolute_uri(address)
    return twins


def _address(words: str, kind: str) -> str:
    asked = {name: value for name, value in (("q", words), ("kind", kind)) if value}
    return "?" + urlencode(asked) if asked else ""
