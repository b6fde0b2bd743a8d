"""A calendar with a few events, for the tests."""

import datetime as dt
from typing import Any

import time_machine
from django.utils.text import slugify
from wagtail.models import Locale, Page, Site

from events.models import CalendarPage, EventPage, Occurrence
from mediation.models import PlacePage, WorkshopIndexPage, WorkshopPage
from portal.models import PageTheme, Theme

TODAY = dt.date(2026, 11, 24)  # a Tuesday
NOW = "2026-11-24T12:00:00+01:00"


def a_calendar() -> CalendarPage:
    """Under a home page of its own, in French; its Breton twin stands beside it."""
    french, _created = Locale.objects.get_or_create(language_code="fr")
    breton, _created = Locale.objects.get_or_create(language_code="br")
    root = Page.get_first_root_node()
    home = root.add_child(instance=Page(title="Accueil", slug="essai", locale=french))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "testserver", "root_page": home}
    )
    calendar = home.add_child(instance=CalendarPage(title="Agenda", slug="agenda", locale=french))
    home.copy_for_translation(breton).save_revision().publish()
    in_breton(calendar, "Deiziataer", "deiziataer")
    return calendar


def in_breton(page: Page, title: str, slug: str = "") -> Page:
    twin = page.copy_for_translation(Locale.objects.get(language_code="br"))
    twin.title, twin.slug = title, slug or slugify(title)
    twin.save_revision().publish()
    return twin


def weekly(weeks: int = 4, first: dt.date = TODAY, **more: Any) -> dict[str, Any]:
    until = first + dt.timedelta(weeks=weeks - 1)
    rule = {"frequency": "weekly", "weekdays": [first.weekday()], "until": until.isoformat()}
    return {"start": first.isoformat(), "starts": "14:00", "ends": "16:00", "rule": rule} | more


def once(day: dt.date = TODAY, **more: Any) -> dict[str, Any]:
    return {"start": day.isoformat(), "starts": "14:00", "ends": "16:00"} | more


def an_event(
    calendar: Page, title: str = "Premiers pas", schedule: dict[str, Any] | None = None, **more: Any
) -> EventPage:
    """Published, in Lorient unless told otherwise."""
    facts = {"commune": "56121", "schedule": schedule or once(), "slug": slugify(title)} | more
    event = EventPage(title=title, locale=calendar.locale, **facts)
    calendar.add_child(instance=event)
    event.save_revision().publish()
    return event


def a_workshop(calendar: Page, title: str = "La tablette", **more: Any) -> WorkshopPage:
    home = calendar.get_parent()
    index = WorkshopIndexPage.objects.child_of(home).first()
    if index is None:
        index = WorkshopIndexPage(title="Ateliers", slug="ateliers", locale=calendar.locale)
        home.add_child(instance=index)
    facts = {"commune": "56121", "schedule": weekly(), "slug": slugify(title)} | more
    workshop = WorkshopPage(title=title, locale=calendar.locale, **facts)
    index.add_child(instance=workshop)
    workshop.save_revision().publish()
    return workshop


def a_place(calendar: Page, title: str = "Médiathèque", **more: Any) -> PlacePage:
    facts = {"commune": "56121", "street": "4 place X", "postcode": "56100", "kinds": ["mairie"]}
    place = PlacePage(title=title, slug=slugify(title), locale=calendar.locale, **facts | more)
    calendar.get_parent().add_child(instance=place)
    return place


def about(page: Page, slug: str) -> None:
    """Ticks a theme of a page."""
    theme, _created = Theme.objects.get_or_create(slug=slug, defaults={"name_fr": slug.title()})
    PageTheme.objects.create(page=page, theme=theme)


def dates_of(page: Page) -> list[Occurrence]:
    return list(Occurrence.objects.filter(page=page))


def republish(page, **changes):
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()


def later(days: int = 2):
    return time_machine.travel(dt.datetime.fromisoformat(NOW) + dt.timedelta(days), tick=False)
