"""The demonstration: real public places, workshops that say they are examples, the network.

Safe to run twice: a page that is there keeps what was edited.
"""

import tomllib
from pathlib import Path
from typing import Any

from django.utils.html import format_html_join
from wagtail.models import Page

from mediation.demo import workshops
from mediation.models import PlaceIndexPage, PlacePage
from mediation.network import demo as network
from mediation.opendata.cells import phone
from portal import territory
from portal.translation.twin import pairs, paragraphs, twin

HERE = Path(__file__).parent
INDEX = {
    "title": {"fr": "Lieux", "br": "Lec’hioù"},
    "slug": {"fr": "lieux", "br": "lechiou"},
    "introduction": {
        "fr": "Où trouver quelqu’un qui vous aide, un ordinateur ou du wifi, près de chez vous.",
        "br": "Pelec’h kavout skoazell, un urzhiataer pe wifi, nepell diouzhoc’h.",
    },
}
TOWN_HALL = {
    "fr": "L’accueil de la mairie : demandez qui peut vous aider pour vos démarches.",
    "br": "Degemer an ti-kêr: goulennit piv a c’hall ho skoazellañ evit ho paperioù.",
}
_PLAIN = ("commune", "street", "postcode", "booking_url", "source")
_TICKED = (
    "kinds",
    "services",
    "audiences",
    "needs",
    "fees",
    "contacts",
    "ways",
    "mobility",
    "programmes",
    "access",
    "equipment",
    "languages",
    "setting",
    "purposes",
)


def load(home_pages: dict[str, Page], invented: bool = True) -> None:
    """Under the home pages, by language code ("fr" and "br"); without `invented`, no workshop."""
    places = load_places(home_pages["fr"])
    workshops.load(home_pages["fr"], places if invented else {})
    network.load(home_pages["fr"], places)


def load_places(home: Page) -> dict[str, PlacePage]:
    """The places by slug."""
    data = tomllib.loads((HERE / "places.toml").read_text("utf-8"))
    index = _index(home)
    rows = [*data["places"], *map(_town_hall, data["town_halls"])]
    known = {page.slug: page for page in PlacePage.objects.child_of(index)}
    return {row["slug"]: known.get(row["slug"]) or _place(index, row) for row in rows}


def _index(home: Page) -> PlaceIndexPage:
    found = PlaceIndexPage.objects.child_of(home).first()
    if found:
        return found
    words = {name: value["fr"] for name, value in INDEX.items()}
    return _publish(home, PlaceIndexPage(**words, show_in_menus=True), pairs(INDEX))


def _place(index: Page, row: dict[str, Any]) -> PlacePage:
    page = PlacePage(slug=row["slug"], title=row["name"])
    page.introduction = row["summary"]["fr"]
    page.text = _rich(row.get("text", {}).get("fr", ""))
    page.coming = row.get("coming", {}).get("fr", "")
    page.street_extra, page.hours_note = row.get("extra", ""), _hours_note(row)
    page.latitude, page.longitude = row.get("point", (None, None))
    page.phone = phone(row.get("phone", ""))
    page.emails, page.websites = row.get("email", ""), row.get("website", "")
    page.opening_hours, page.updated_on = row.get("hours", ""), row.get("updated")
    for name in _PLAIN:
        setattr(page, name, row.get(name, ""))
    for name in _TICKED:
        setattr(page, name, row.get(name, []))
    return _publish(index, page, _words(row) if "br" in row["summary"] else {})


def _words(row: dict[str, Any]) -> dict[str, str]:
    """French → Breton; names of houses and streets stay as they are."""
    names = {row["name"]: row.get("name_br", row["name"]), row["slug"]: row["slug"]}
    notes = {_hours_note(row): _hours_note(row, "br")}
    return names | notes | pairs(row)


def _hours_note(row: dict[str, Any], language: str = "fr") -> str:
    """Hours that are those of an adviser, not of the whole place, say so."""
    if "hours_of" in row:
        said = {
            "fr": "Ces heures sont celles de la permanence du conseiller numérique.",
            "br": "Eurioù ar c’huzulier niverel eo ar re-mañ.",
        }
        return said[language]
    return row.get("hours_note", "")


def _town_hall(row: dict[str, Any]) -> dict[str, Any]:
    commune = territory.commune(row["commune"])
    assert commune is not None
    return {
        **row,
        "slug": f"mairie-de-{commune.slugs['fr']}",
        "name": _of("Mairie", commune.name()),
        "name_br": f"Ti-kêr {commune.name('br')}",
        "postcode": commune.postcodes[0],
        "kinds": ["mairie"],
        "summary": TOWN_HALL,
        "source": "Pays de Lorient",
    }


def _of(what: str, name: str) -> str:
    """« Mairie de Groix », « Mairie d’Inguiniel »."""
    return f"{what} d’{name}" if name[0] in "AEIOUYÉÈ" else f"{what} de {name}"


def _rich(text: str) -> str:
    return str(format_html_join("", "<p>{}</p>", ((part,) for part in paragraphs(text))))


def _publish(parent: Page, page: Page, words: dict[str, str]) -> Page:
    parent.add_child(instance=page)
    page.save_revision().publish()
    if words:
        twin(page, words)
    return page
