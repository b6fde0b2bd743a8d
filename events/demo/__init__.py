"""The calendar, the Semaine of 2018, the evening of 2016 and an edition around today.

Everything of 2016 and 2018 is real; every session of the current edition says it is invented.
Safe to run again: what is there stays as editors left it, but for the days of the current
edition, which then stands around the new day.
"""

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.apps import apps
from django.utils import timezone
from django.utils.html import format_html_join
from wagtail.models import Page

from events.demo.telling import course_of, synthesis_of
from events.models import CalendarPage, EditionPage, EventPage, Occurrence
from events.models.pages import Partner, Trail
from portal.models import Audience, PageAudience, PageTheme, Theme
from portal.translation.twin import pairs, paragraphs, twin

HERE = Path(__file__).parent
FILES = {"soiree-2016": "evening-2016", "2018": "edition-2018", "current": "edition-current"}
INVENTED_EDITION = "current"
CALENDAR = {
    "title": {"fr": "Agenda", "br": "Deiziadur"},
    "slug": {"fr": "agenda", "br": "deiziataer"},
    "introduction": {
        "fr": "Toutes les dates, partout dans le Pays de Lorient.",
        "br": "An holl zeiziadoù, e pep lec’h e Bro an Oriant.",
    },
}
EDITIONS = {
    "title": {"fr": "La Semaine du numérique", "br": "Sizhun an niverel"},
    "slug": {"fr": "semaine-du-numerique", "br": "sizhun-an-niverel"},
    "introduction": {
        "fr": "Chaque édition reste ici, avec son programme et ce qu’elle a dit.",
        "br": "Pep embannadur a chom amañ, gant e roll-abadennoù hag ar pezh en deus lavaret.",
    },
}
INVENTED = {
    "fr": "Démonstration : cette séance est inventée.",
    "br": "Diskouezadenn : ijinet eo an abadenn-mañ.",
}


def load(home_pages: Mapping[str, Page], invented: bool = True) -> dict[str, EditionPage]:
    """Under the home pages, by language; without `invented`, the past only.

    Gives the editions by « 2018 », « current »…
    """
    home = home_pages["fr"]
    calendar = _section(home, CalendarPage, CALENDAR)
    # The page that gathers the editions is one of those that only inform, from the room above.
    shelf = _section(home, apps.get_model("home", "InformationPage"), EDITIONS)
    places = {page.slug: page for page in _places()}
    editions = {}
    for name, file in FILES.items():
        if name == INVENTED_EDITION and not invented:
            continue
        data = tomllib.loads((HERE / f"{file}.toml").read_text("utf-8"))
        editions[name] = _edition(shelf, data)
        _events(calendar, editions[name], data["events"], places)
    return editions


def _places():
    return apps.get_model("mediation", "PlacePage").objects.filter(locale__language_code="fr")


def _section(home: Page, model: type[Page], row: dict[str, Any]) -> Page:
    slug = row["slug"]["fr"]
    if found := model.objects.child_of(home).filter(slug=slug).first():
        return found
    page = model(slug=slug, title=row["title"]["fr"], introduction=row["introduction"]["fr"])
    return _publish(home, page, pairs(row))


def _publish(parent: Page, page: Page, words: dict[str, str]) -> Page:
    parent.add_child(instance=page)
    page.save_revision().publish()
    twin(page, words)
    return page


def _edition(shelf: Page, data: dict[str, Any]) -> EditionPage:
    row = data["edition"]
    first, last = _days(row)
    slug = row.get("slug", str(first.year))
    if found := EditionPage.objects.child_of(shelf).filter(slug=slug).first():
        return _moved(found, first_day=first, last_day=last)
    title = {language: text.format(year=first.year) for language, text in row["title"].items()}
    course, steps = course_of(row)
    reported, said = synthesis_of(data)
    page = EditionPage(slug=slug)
    page.title, page.introduction = title["fr"], row["introduction"]["fr"]
    page.motto = row["motto"]["fr"]
    page.editorial = _rich(row["editorial"]["fr"]) + course
    page.synthesis = reported
    page.first_day, page.last_day = first, last
    _publish(shelf, page, pairs(row, title) | steps | said | {slug: slug})
    _beside(page, row)
    _tick(page, row.get("themes", []), [])
    return page


def _moved(page: Page, **days: Any) -> Page:
    """A page that stands, on its new days."""
    if any(getattr(page, name) != day for name, day in days.items()):
        for name, day in days.items():
            setattr(page, name, day)
        page.save_revision().publish()
    return page


def _beside(page: EditionPage, row: dict[str, Any]) -> None:
    """Its trails and partners, in both languages; made once."""
    for trail in row.get("trails", []):
        Trail.objects.get_or_create(
            page=page,
            slug=trail["slug"],
            defaults={
                "title": trail["title"]["fr"],
                "title_br": trail["title"]["br"],
                "text": trail["text"]["fr"],
                "text_br": trail["text"]["br"],
            },
        )
    for partner in row.get("partners", []):
        role = partner["role"]
        Partner.objects.get_or_create(
            page=page,
            name=partner["name"],
            defaults={"role": role["fr"], "role_br": role["br"]},
        )


def _days(row: dict[str, Any]) -> tuple[dt.date, dt.date]:
    """Fixed days, or days counted from today."""
    if "start" in row:
        return row["start"], row["end"]
    today = timezone.localdate()
    return tuple(today + dt.timedelta(days=row[name]) for name in ("first_day", "last_day"))


def _events(calendar: Page, edition: EditionPage, rows, places: Mapping[str, Page]) -> None:
    pages: dict[str, EventPage] = {}
    for row in rows:
        part_of = pages.get(row.get("parent", ""))
        pages[row["slug"]] = page = _event(calendar, edition, part_of, row, places)
        if "status" in row:
            _change(page, row)


def _event(calendar: Page, edition, part_of, row, places: Mapping[str, Page]) -> EventPage:
    invented = "day" in row
    slug = row["slug"] if invented else f"{row['slug']}-{edition.first_day.year}"
    if found := EventPage.objects.child_of(calendar).filter(slug=slug).first():
        return _moved(found, schedule=_schedule(row)) if invented else found
    page = EventPage(slug=slug)
    page.title, page.introduction = row["title"]["fr"], row["summary"]["fr"]
    page.text = _rich(INVENTED["fr"]) if invented else ""
    page.edition, page.part_of = edition, part_of
    page.schedule = _schedule(row)
    page.place = places.get(row.get("place", ""))
    if page.place is None:
        page.venue_name, page.venue_town = row.get("venue", ""), row.get("town", "")
    page.commune = row["commune"]
    page.online = row.get("online", False)
    page.level, page.format = row.get("level", "any"), row.get("format", "meeting")
    page.languages, page.access = [row.get("language", "fr")], row.get("access", [])
    page.drop_in = row.get("drop_in", not invented)
    page.lent, page.capacity = row.get("equipment_lent", False), row.get("seats")
    page.trails = ", ".join(row.get("trails", []))
    _publish(calendar, page, pairs(row, INVENTED) | {slug: slug})
    _tick(page, row.get("themes", []), row.get("audiences", ["tout-public"]))
    return page


def _schedule(row: dict[str, Any]) -> dict[str, Any]:
    """One date as portal.schedule reads it."""
    today = timezone.localdate()
    day = row["date"] if "date" in row else today + dt.timedelta(days=row["day"])
    schedule: dict[str, Any] = {"start": day.isoformat()}
    if "last_day" in row:
        schedule["days"] = row["last_day"] - row["day"] + 1
    if "start" in row:
        schedule |= {"starts": row["start"], "ends": row["end"]}
    return schedule


def _change(page: EventPage, row: dict[str, Any]) -> None:
    """A date of the demonstration that is full, or cancelled with its reason."""
    reason = row.get("reason", {})
    Occurrence.objects.filter(page=page).update(
        state=row["status"], reason=reason.get("fr", ""), reason_br=reason.get("br", "")
    )


def _tick(page: Page, themes: list[str], audiences: list[str]) -> None:
    for theme in Theme.objects.filter(slug__in=themes):
        PageTheme.objects.get_or_create(page=page, theme=theme)
    for audience in Audience.objects.filter(slug__in=audiences):
        PageAudience.objects.get_or_create(page=page, audience=audience)


def _rich(text: str) -> str:
    return str(format_html_join("", "<p>{}</p>", ((part,) for part in paragraphs(text))))
