"""Weekly workshops in real places; each says that it is a demonstration."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.html import format_html_join
from wagtail.models import Page

from mediation.models import PlacePage, WorkshopIndexPage, WorkshopPage
from portal.models import Audience, PageAudience, PageTheme, Theme
from portal.translation.twin import pairs, twin

HERE = Path(__file__).parent
WEEKS = 30  # how long a demonstration series runs, from the week it is built
INDEX = {
    "title": {"fr": "Ateliers", "br": "Atalieroù"},
    "slug": {"fr": "ateliers", "br": "atalierou"},
    "introduction": {
        "fr": "Des ateliers chaque semaine, près de chez vous, pour apprendre pas à pas.",
        "br": "Atalieroù bep sizhun, nepell diouzhoc’h, evit deskiñ pazenn ha pazenn.",
    },
}


def load(home: Page, places: dict[str, PlacePage]) -> None:
    """Below the home page, in those of the `places` by slug; what is there stays as it is."""
    data = tomllib.loads((HERE / "workshops.toml").read_text("utf-8"))
    index = WorkshopIndexPage.objects.child_of(home).first() or _index(home)
    known = set(WorkshopPage.objects.child_of(index).values_list("slug", flat=True))
    for row in data["workshops"]:
        if row["slug"] not in known and row["place"] in places:
            _workshop(index, row, places[row["place"]], data["demonstration"])


def _index(home: Page) -> WorkshopIndexPage:
    index = WorkshopIndexPage(**{name: value["fr"] for name, value in INDEX.items()})
    home.add_child(instance=index)
    index.save_revision().publish()
    twin(index, pairs(INDEX))
    return index


def _workshop(
    index: WorkshopIndexPage, row: dict[str, Any], place: PlacePage, says_so: dict[str, str]
) -> None:
    texts = [part for part in (row.get("text"), row.get("equipment"), says_so) if part]
    page = WorkshopPage(
        slug=row["slug"],
        title=row["title"]["fr"],
        introduction=row["summary"]["fr"],
        text=str(format_html_join("", "<p>{}</p>", ((text["fr"],) for text in texts))),
        place=place,
        commune=place.commune,
        level=row.get("level", "any"),
        capacity=row.get("capacity"),
        languages=row.get("languages", ["fr"]),
        access=row.get("access", []),
        free=True,
        schedule=_schedule(row),
    )
    index.add_child(instance=page)
    _label(page, row)
    page.save_revision().publish()
    if "br" in row["title"]:
        slugs = {row["slug"]: row.get("slug_br", row["slug"])}
        twin(page, slugs | pairs(row, {"says_so": says_so}))


def _label(page: WorkshopPage, row: dict[str, Any]) -> None:
    for theme in Theme.objects.filter(slug__in=row.get("themes", [])):
        PageTheme.objects.get_or_create(page_id=page.pk, theme=theme)
    for audience in Audience.objects.filter(slug__in=row.get("audiences", [])):
        PageAudience.objects.get_or_create(page_id=page.pk, audience=audience)


def _schedule(row: dict[str, Any]) -> dict[str, Any]:
    """Every week on that day, outside school and public holidays (portal.schedule reads it)."""
    today = timezone.localdate()
    first = today - dt.timedelta(days=today.weekday() - row["weekday"])
    last = first + dt.timedelta(weeks=WEEKS)
    return {
        "start": first.isoformat(),
        "starts": row["starts"],
        "ends": row["ends"],
        "rule": {
            "frequency": "weekly",
            "weekdays": [row["weekday"]],
            "until": last.isoformat(),
        },
        "skip_school_holidays": True,
        "skip_public_holidays": True,
    }
