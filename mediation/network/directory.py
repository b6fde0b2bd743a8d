"""The directory of actors in the reader's language: one list, its links, its drawing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from mediation.models.actors import ActorIndexPage, ActorLink, ActorPage
from mediation.network.drawing import Knot, draw
from portal import territory
from portal.models import for_everyone, foreign
from portal.templatetags.look import tel

# The same link read from its other end.
REVERSED = {
    ActorLink.Kind.WORKS_WITH: _("works with"),
    ActorLink.Kind.LEADS: _("is led by"),
    ActorLink.Kind.HOSTED_BY: _("hosts"),
    ActorLink.Kind.FOLLOWS_FROM: _("led to"),
}


@dataclass(frozen=True)
class Told:
    """One link as a sentence: « mène », the other page, since when, who says so."""

    words: object
    page: ActorPage
    year: int | None
    source: str


def directory(index: ActorIndexPage, asked: Mapping[str, str]) -> dict[str, Any]:
    """The context of the directory; `kind` and `commune` narrow the list, not the drawing."""
    actors = list(ActorPage.objects.child_of(index).filter(for_everyone()).order_by("title"))
    links = list(_links(actors))
    kind = asked.get("kind", "")
    commune = asked.get("commune", "")
    return {
        "actors": [a for a in actors if kind in ("", a.kind) and commune in ("", a.commune)],
        "kinds": _kinds(actors, kind),
        "drawing": _drawing(actors, links),
        "told": [
            (actor, Told(link.get_kind_display(), other, link.year, link.source))
            for actor in actors
            for link, one, other in links
            if one is actor
        ],
    }


def links_of(actor: ActorPage) -> list[Told]:
    """The links of one actor, from both ends, by year."""
    siblings = list(ActorPage.objects.sibling_of(actor).filter(for_everyone()))
    return _by_actor(_links(siblings)).get(actor.pk, [])


def facts_of(actor: ActorPage) -> list[dict[str, Any]]:
    """Where and how to reach it (templates/components/facts.html)."""
    commune = territory.commune(actor.commune)
    language = actor.locale.language_code
    years = " – ".join(str(year) for year in (actor.started, actor.ended) if year)
    facts = [
        _fact(_("Commune"), commune.both_names(language) if commune else "", "pin"),
        _place(actor.place and actor.place.localized, language),
        _fact(_("Telephone"), actor.phone, "phone", tel(actor.phone)),
        _fact(_("E-mail"), actor.email, "mail", f"mailto:{actor.email}"),
        _fact(_("Website"), actor.website.removeprefix("https://"), "out", actor.website),
        _fact(_("Years"), years, "calendar"),
    ]
    return [fact for fact in facts if fact["text"]]


def _fact(term: object, text: str, icon: str, url: str = "", lang: str = "") -> dict[str, Any]:
    return {"term": term, "text": text, "icon": icon, "url": url, "lang": lang}


def _place(page: Page | None, language: str) -> dict[str, Any]:
    if page is None:
        return _fact(_("Place"), "", "home")
    return _fact(_("Place"), page.title, "home", page.url or "", foreign(page, language))


def _links(actors: list[ActorPage]):
    """(link, from, to) between these pages. Links are read from the source pages only."""
    here = {actor.translation_key: actor for actor in actors}
    rows = (
        ActorLink.objects.filter(actor__translation_key__in=here)
        .select_related("actor__locale", "other")
        .order_by("year", "pk")
    )
    seen = set()
    for link in rows:
        ends = link.actor.translation_key, link.kind, link.other.translation_key
        if ends not in seen and ends[2] in here:
            seen.add(ends)
            yield link, here[ends[0]], here[ends[2]]


def _by_actor(links) -> dict[int, list[Told]]:
    told = defaultdict(list)
    for link, one, other in links:
        told[one.pk].append(Told(link.get_kind_display(), other, link.year, link.source))
        told[other.pk].append(Told(REVERSED[link.kind], one, link.year, link.source))
    return dict(told)


def _drawing(actors: list[ActorPage], links):
    linked = {end.pk for _link, *ends in links for end in ends}
    knots = [
        Knot(str(actor.pk), actor.title, actor.is_initiative)
        for actor in actors
        if actor.pk in linked
    ]
    return draw(knots, [(str(one.pk), link.kind, str(other.pk)) for link, one, other in links])


def _kinds(actors: list[ActorPage], current: str) -> list[dict[str, Any]]:
    """The chips: each kind with its number."""
    chips = [{"label": _("All"), "url": "?", "count": len(actors), "current": not current}]
    for kind in ActorPage.Kind:
        count = sum(actor.kind == kind for actor in actors)
        if count:
            chips.append(
                {
                    "label": kind.label,
                    "url": f"?kind={kind.value}",
                    "count": count,
                    "current": kind == current,
                }
            )
    return chips
