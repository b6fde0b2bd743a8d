"""The facets beside the dates: each choice is a link, with the number of dates it would give."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from events.search.asked import find
from events.search.choices import ACCESS, FORMATS, LANGUAGES, LEVELS, MOMENTS, WHEN
from events.search.results import Results
from events.showing.address import address, toggled

Labels = Mapping[str, str | Promise]
MOST_SHOWN = 12
FIXED: dict[str, tuple[str | Promise, Labels]] = {
    "moment": (_("Time of day"), MOMENTS),
    "level": (_("Level"), LEVELS),
    "format": (_("Kind of session"), FORMATS),
    "access": (_("Accessibility"), ACCESS),
    "language": (_("Language of the session"), LANGUAGES),
}
WRITTEN = {"theme": _("Theme"), "audience": _("For whom"), "edition": _("Edition")}
FLAGS = {
    "free": _("Free of charge"),
    "dropin": _("No booking: just come"),
    "lent": _("Equipment lent"),
    "online": _("Online"),
    "seats": _("Seats left"),
}


def facets(results: Results, query: QueryDict) -> list[dict[str, Any]]:
    """The groups of choices, most useful first (templates/components/facets.html)."""
    vocabulary = results.snapshot.vocabulary(results.language)
    groups = [_when(results, query), _group(results, query, "moment", *FIXED["moment"])]
    groups += [
        _group(results, query, name, title, vocabulary.get(name, {}))
        for name, title in WRITTEN.items()
        if name != "edition"
    ]
    groups += [_group(results, query, name, *FIXED[name]) for name in ("level", "format", "access")]
    groups += [_flags(results, query), _group(results, query, "language", *FIXED["language"])]
    groups.append(_group(results, query, "edition", WRITTEN["edition"], vocabulary["edition"]))
    return [group for group in groups if group["items"]]


def _when(results: Results, query: QueryDict) -> dict[str, Any]:
    """Quick ranges; one stands in the place of another and of a typed period."""
    index, lifted = results.snapshot.index, results.asked.without("dates")
    items = []
    for name, label in WHEN.items():
        current = results.asked.when == (name,)
        asked = type(lifted)(**{**vars(lifted), "when": (name,)})
        url = address(query, when=None if current else name, from_=None, to=None)
        count = find(index, asked, results.now).total
        items.append({"label": label, "url": url, "count": count, "current": current})
    return {"id": "facet-when", "title": _("When"), "items": items}


def _group(
    results: Results, query: QueryDict, name: str, title: str | Promise, labels: Labels
) -> dict[str, Any]:
    """One facet. Choices that editors write are shown when they have dates, or are chosen."""
    counts, chosen = results.counts(name), results.asked.choices.get(name, ())
    shown = [value for value in labels if counts.get(value) or value in chosen]
    if name in FIXED and name != "language":
        shown = [value for value in labels if name in FIXED and _ever(results, name, value)]
    shown = sorted(shown, key=lambda value: -counts.get(value, 0)) if name in WRITTEN else shown
    items = [
        {
            "label": labels[value],
            "url": toggled(query, name, value),
            "count": counts.get(value, 0),
            "current": value in chosen,
        }
        for value in shown[:MOST_SHOWN]
    ]
    return {"id": f"facet-{name}", "title": title, "items": items}


def _ever(results: Results, name: str, value: str) -> bool:
    """Whether any date at all has this choice: a choice that nobody offers is no choice."""
    return bool(results.snapshot.index.where(name, [value]))


def _flags(results: Results, query: QueryDict) -> dict[str, Any]:
    items = []
    for name, label in FLAGS.items():
        current = results.asked.seats if name == "seats" else name in results.asked.choices
        count = results.counts(name).get("1", 0)
        if count or current:
            url = address(query, **{name: None if current else "1"})
            items.append({"label": label, "url": url, "count": count, "current": current})
    return {"id": "facet-flags", "title": _("Practical"), "items": items}
