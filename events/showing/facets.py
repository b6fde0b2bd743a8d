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


ORDER = (
    "when", "flags", "moment", "theme", "audience", "level", "format", "access", "language",
    "edition",
)  # fmt: skip
FIRST = ("when", "flags")  # what most people narrow by; the others wait to be asked for


def facets(results: Results, query: QueryDict) -> dict[str, Any]:
    """What templates/components/facets.html shows: groups of choices, and the way to all of them.

    The first groups and those in use, unless the reader asked for every choice: forty more links
    would weigh on an old telephone, and on who reads them one by one.
    """
    asked = results.asked
    own = "edition" in asked.choices and "edition" not in query  # its page, where its week stands
    first = () if own else FIRST
    names = [n for n in ORDER if asked.refined or n in first or _in_use(query, n)]
    names = [n for n in names if n != "edition" or not own]
    groups = [_named(results, query, name) for name in names]
    return {
        "groups": [group for group in groups if group["items"]],
        "open": asked.refined,
        "url": address(query, refine=None)
        if asked.refined
        else f"{address(query, refine='1')}#facet-moment",
    }


def _in_use(query: QueryDict, name: str) -> bool:
    return any(one in query for one in (FLAGS if name == "flags" else [name]))


def _named(results: Results, query: QueryDict, name: str) -> dict[str, Any]:
    if name == "when":
        return _when(results, query)
    if name == "flags":
        return _flags(results, query)
    if name in FIXED:
        return _group(results, query, name, *FIXED[name])
    words = results.snapshot.vocabulary(results.language).get(name, {})
    return _group(results, query, name, WRITTEN[name], words)


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
