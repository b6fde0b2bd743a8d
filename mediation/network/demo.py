"""The actors, initiatives and links of mediation/demo/actors.toml, in both languages."""

import tomllib
from pathlib import Path
from typing import Any

from wagtail.models import Page

from mediation.models.actors import ActorIndexPage, ActorLink, ActorPage
from portal.translation.twin import pairs, twin

DATA = Path(__file__).parent.parent / "demo" / "actors.toml"
INDEX = {
    "title": {"fr": "Les acteurs", "br": "An obererien"},
    "slug": {"fr": "acteurs", "br": "obererien"},
    "introduction": {
        "fr": "Qui fait le numérique d’ici, et qui travaille avec qui.",
        "br": "Piv a ra an niverel amañ, ha piv a labour gant piv.",
    },
}


def load(home: Page, places: dict[str, Page] | None = None) -> ActorIndexPage:
    """Under the French home page; `places` by slug are linked. Safe to run again."""
    data = tomllib.loads(DATA.read_text("utf-8"))
    sources = {key: source["name"] for key, source in data["sources"].items()}
    index = _index(home)
    initiatives = [row | {"kind": "initiative"} for row in data["initiatives"]]
    pages = {
        row["slug"]: _actor(index, row, sources, places or {})
        for row in [*data["actors"], *initiatives]
    }
    for link in data["links"]:
        ActorLink.objects.get_or_create(
            actor=pages[link["from"]],
            kind=link["kind"],
            other=pages[link["to"]],
            defaults={"year": link["year"], "source": sources[link["source"]]},
        )
    return index


def _index(home: Page) -> ActorIndexPage:
    if found := ActorIndexPage.objects.child_of(home).first():
        return found
    words = {name: said["fr"] for name, said in INDEX.items()}
    return _publish(home, ActorIndexPage(**words), pairs(INDEX))


def _actor(index: Page, row: dict[str, Any], sources, places) -> ActorPage:
    if found := ActorPage.objects.child_of(index).filter(slug=row["slug"]).first():
        return found
    page = ActorPage(slug=row["slug"])
    page.title, page.introduction = row["name"], row["summary"]["fr"]
    page.kind = row["kind"]
    for name in ("commune", "website", "phone", "email"):
        setattr(page, name, row.get(name, ""))
    page.started = row.get("start")
    page.place = places.get(row.get("place", ""))
    page.source = sources[row["source"]]
    names = {row["name"]: row.get("name_br", row["name"]), row["slug"]: row["slug"]}
    return _publish(index, page, names | pairs(row))


def _publish(parent: Page, page: Page, words: dict[str, str]) -> Page:
    parent.add_child(instance=page)
    page.save_revision().publish()
    twin(page, words)
    return page
