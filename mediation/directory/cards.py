"""Places and facets as the components of the house want them: words, links, badges."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from mediation.directory.entries import Entry
from mediation.directory.forms import FACETS, FLAGS, VIEWS, Asked, DirectoryForm
from mediation.directory.search import Found
from mediation.opening_hours import Kind, State, words
from portal import territory
from portal.telephones import spoken

_BADGES = {Kind.OPEN: "open", Kind.MAYBE: "few", Kind.CLOSED: "shut", Kind.UNKNOWN: "shut"}
_MORE = {
    "free": _("Free of charge"),
    "wifi": _("Public Wi-Fi"),
    "breton": _("Breton spoken"),
}
_ALWAYS_SHOWN = ("service",)  # other facets show a value only when a place has it


def hours_now(state: State, now: dt.datetime, phone: str) -> dict[str, str]:
    """A badge: open or not and until when; « call first » only where there is a number."""
    silent = state.kind == Kind.UNKNOWN and not phone
    label = words.short(state) if silent else words.sentence(state, now)
    return {"label": label, "kind": _BADGES[state.kind]}


def card(place: Entry, base: str, now: dt.datetime, language: str) -> dict[str, Any]:
    """What components/place_card.html draws; `base` is the directory's address."""
    return {
        "name": place.title,
        "url": f"{base}{place.slug}/",
        "lang": place.lang,
        "hours": hours_now(place.state(now), now, place.phone),
        "where": place.where(language),
        "phone": phone_fact(place.phone) if place.phone else None,
    }


def add_distance(card: dict[str, Any], kilometres: float) -> None:
    away = gettext("about %(km)s km away") % {"km": round(kilometres)}
    card["where"] = f"{card['where']} · {away}"


def phone_fact(number: str) -> dict[str, str]:
    return {
        "term": gettext("Telephone"),
        "text": spoken(number),
        "icon": "phone",
        "url": f"tel:{number}",
    }


def facets(found: Found, asked: Asked, query: QueryDict) -> dict[str, Any]:
    """What templates/components/facets.html shows: groups of choices, and the way to all of them.

    What a place is for comes first; the others wait to be asked for, unless they are in use.
    """
    first, *others = FACETS
    shown = [first, *(name for name in others if asked.refined or name in asked.choices)]
    groups = [_group(name, found, asked, query) for name in shown]
    groups.insert(1, _also(found, asked, query))
    return {
        "groups": [group for group in groups if group["items"]],
        "open": asked.refined,
        "url": replaced(query, refine="")
        if asked.refined
        else f"{replaced(query, refine='1')}#facet-kind",
    }


def _also(found: Found, asked: Asked, query: QueryDict) -> dict[str, Any]:
    items = [
        {
            "label": label,
            "url": toggled(query, name, "1"),
            "count": found.counts[name]["1"],
            "current": name in asked.flags,
        }
        for name, label in _MORE.items()
    ]
    return {"id": "facet-more", "title": gettext("Also"), "items": items}


def _group(name: str, found: Found, asked: Asked, query: QueryDict) -> dict[str, Any]:
    title, among, _field = FACETS[name]
    chosen, counts = asked.choices.get(name, ()), found.counts[name]
    items = [
        {
            "label": each.label,
            "url": toggled(query, name, each.code),
            "count": counts[each.code],
            "current": each.code in chosen,
        }
        for each in among
        if counts[each.code] or each.code in chosen or name in _ALWAYS_SHOWN
    ]
    return {"id": f"facet-{name}", "title": title, "items": items}


def toggled(query: QueryDict, name: str, value: str) -> str:
    """The address with this value added, or taken away when it was there; back to page one."""
    changed = query.copy()
    values = changed.getlist(name)
    kept = [one for one in values if one != value]
    changed.setlist(name, kept if value in values else [*values, value])
    changed.pop("page", None)
    return f"?{changed.urlencode()}"


def replaced(query: QueryDict, **values: str) -> str:
    """The address with these names set, or gone when empty; back to page one."""
    changed = query.copy()
    changed.pop("page", None)
    for name, value in values.items():
        changed.pop(name, None)
        if value:
            changed[name] = value
    return f"?{changed.urlencode()}"


def views(asked: Asked, query: QueryDict) -> list[dict[str, Any]]:
    return [
        {"label": label, "url": replaced(query, view=code), "current": asked.view == code}
        for code, label in VIEWS.items()
    ]


def map_items(counts: Mapping[str, int], query: QueryDict) -> dict[str, dict[str, Any]]:
    """The communes of the map, each a link to the same search there."""
    items = {}
    for commune in territory.communes():
        number = counts.get(commune.code, 0)
        label = ngettext("%(number)s place", "%(number)s places", number) % {"number": number}
        items[commune.code] = {
            "url": replaced(query, commune=commune.code, view="list"),
            "count": number or None,
            "label": label if number else gettext("no place"),
            "level": 0 if not number else min(3, 1 + number // 3),
        }
    return items


def ways_out(asked: Asked, form: DirectoryForm, query: QueryDict) -> list[dict[str, str]]:
    """When nothing is found: one filter less, each as a link."""
    tips = []
    if asked.communes and not asked.within:
        tips.append({"label": gettext("Search within 15 km"), "url": replaced(query, within="15")})
    for name in ("q", "open", *FACETS, *FLAGS):
        if query.get(name):
            label = gettext("Without: %(filter)s") % {"filter": form.fields[name].label}
            tips.append({"label": label, "url": replaced(query, **{name: ""})})
    return tips
