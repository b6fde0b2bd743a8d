"""Invented dates by the ten thousand, written in bulk: for benchmarks, never for a public site."""

import datetime as dt
import random
import uuid
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from events.models import CalendarPage, CalendarVersion, EventPage, Occurrence
from events.publishing import over_at
from mediation.models import PlacePage
from mediation.session_choices import ACCESS, FORMATS, LEVELS
from portal import territory
from portal.models import Audience, PageAudience, PageTheme, Theme
from portal.schedule import ZONE

DATES_EACH, BATCH = 10, 500
WORDS = [
    "atelier",
    "tablette",
    "smartphone",
    "photos",
    "messages",
    "sécurité",
    "démarches",
    "impôts",
    "santé",
    "emploi",
    "arnaques",
    "passe",
    "breton",
    "jeu",
    "code",
    "robot",
    "vidéo",
    "famille",
    "senior",
    "découverte",
    "réparer",
    "imprimante",
    "agenda",
    "quartier",
    "musique",
]
NAMESPACE = uuid.UUID("8f0c2a52-7d51-4a2b-9f4b-3f0f5a6c1d7e")


@transaction.atomic
def fill(calendars: Mapping[str, CalendarPage], count: int, seed: int, *, index: bool) -> int:
    """Adds `count` dates under the calendars; how many were made."""
    dice = random.Random(seed)
    places = list(PlacePage.objects.filter(locale__language_code="fr").only("pk", "commune")[:300])
    number = max(1, count // DATES_EACH)
    french = [_event(dice, calendars["fr"], f"{seed}-{n}", places) for n in range(number)]
    _add_under(calendars["fr"], french)
    twins = _twins(calendars.get("br"), french[:: DATES_EACH // 2])
    _tick(dice, french)
    made = 0
    for rows in _batches(_dates(dice, french, count)):
        made += len(Occurrence.objects.bulk_create(rows))
    if index:
        _index([*french, *twins])
    CalendarVersion.raise_number()
    return made


def _event(
    dice: random.Random, calendar: CalendarPage, name: str, places: list[PlacePage]
) -> EventPage:
    title = " ".join(dice.sample(WORDS, 4)).capitalize()
    place = dice.choice(places) if places and dice.random() < 0.8 else None
    commune = place.commune if place else dice.choice(territory.communes()).code
    return EventPage(
        title=f"{title} {name}",
        draft_title=f"{title} {name}",
        slug=f"essai-{name}",
        locale=calendar.locale,
        translation_key=uuid.uuid5(NAMESPACE, name),
        introduction=" ".join(dice.choices(WORDS, k=20)),
        place=place,
        commune=commune,
        venue_name="" if place else "Salle communale",
        level=dice.choice(LEVELS).code,
        format=dice.choice(FORMATS).code,
        languages=["br"] if dice.random() < 0.1 else ["fr"],
        access=[one.code for one in ACCESS if dice.random() < 0.2],
        free=dice.random() < 0.95,
        drop_in=dice.random() < 0.3,
        capacity=dice.choice([None, 6, 8, 12, 20]),
        first_published_at=timezone.now(),
        last_published_at=timezone.now(),
    )


def _add_under(parent: Page, pages: list[EventPage]) -> None:
    """Places the pages last under their parent, in two inserts a batch instead of ten a page."""
    last = parent.get_children().order_by("path").values_list("path", flat=True).last()
    step = Page._str2int(last[-Page.steplen :]) if last else 0
    kind = ContentType.objects.get_for_model(EventPage)
    for number, page in enumerate(pages, start=step + 1):
        page.path, page.depth = (
            Page._get_path(parent.path, parent.depth + 1, number),
            parent.depth + 1,
        )
        page.url_path, page.content_type = f"{parent.url_path}{page.slug}/", kind
    for batch in _batches(pages):
        bases = [_base(page) for page in batch]
        Page.objects.bulk_create(bases)
        for page, base in zip(batch, bases, strict=True):
            page.pk = page.page_ptr_id = page.id = base.pk
        own = EventPage._meta.local_concrete_fields
        EventPage._base_manager._insert(batch, fields=own, using=parent._state.db)
    Page.objects.filter(pk=parent.pk).update(numchild=models.F("numchild") + len(pages))


def _base(page: EventPage) -> Page:
    """The page without what makes it an event."""
    names = [field.attname for field in Page._meta.concrete_fields if field.attname != "id"]
    return Page(**{name: getattr(page, name) for name in names})


def _twins(calendar: CalendarPage | None, pages: list[EventPage]) -> list[EventPage]:
    """Breton twins of some pages."""
    if calendar is None or not pages:
        return []
    facts = [field.attname for field in EventPage._meta.local_concrete_fields]
    twins = []
    for page in pages:
        values = {name: getattr(page, name) for name in facts if name != "page_ptr_id"}
        words = {"title": f"Atalier {page.slug}", "draft_title": f"Atalier {page.slug}"}
        same = {"slug": page.slug, "translation_key": page.translation_key}
        twins.append(EventPage(**values, **words, **same, locale=calendar.locale))
    _add_under(calendar, twins)
    return twins


def _tick(dice: random.Random, pages: list[EventPage]) -> None:
    themes, audiences = list(Theme.objects.all()), list(Audience.objects.all())
    chosen = [(page, theme) for page in pages for theme in _some(dice, themes)]
    PageTheme.objects.bulk_create(
        [PageTheme(page_id=page.pk, theme=theme) for page, theme in chosen], BATCH
    )
    aimed = [(page, audience) for page in pages for audience in _some(dice, audiences)]
    PageAudience.objects.bulk_create(
        [PageAudience(page_id=page.pk, audience=audience) for page, audience in aimed], BATCH
    )


def _some(dice: random.Random, choices: list[models.Model]) -> list[models.Model]:
    return dice.sample(choices, min(len(choices), dice.randint(1, 2)))


def _dates(dice: random.Random, pages: list[EventPage], count: int) -> Iterator[Occurrence]:
    """Dates a week apart within a year before and after today; some are cancelled, some long."""
    today = timezone.localdate()
    left = count
    for page in pages:
        first = today + dt.timedelta(days=dice.randint(-365, 300))
        hour = dt.time(dice.randint(8, 19), dice.choice([0, 30]))
        for week in range(min(DATES_EACH, left)):
            yield _date(dice, page, first + dt.timedelta(weeks=week), hour)
        left -= DATES_EACH


def _date(dice: random.Random, page: EventPage, day: dt.date, hour: dt.time) -> Occurrence:
    start = dt.datetime.combine(day, hour, tzinfo=ZONE)
    length = dt.timedelta(days=5) if dice.random() < 0.01 else dt.timedelta(hours=2)
    state = Occurrence.State.CANCELLED if dice.random() < 0.03 else Occurrence.State.SCHEDULED
    capacity = page.capacity
    return Occurrence(
        page_id=page.pk,
        series=page.translation_key,
        key=day.isoformat(),
        starts_at=start,
        ends_at=start + length,
        over_at=over_at(start, start + length),
        planned_at=start,
        state=state,
        reason="Empêchement" if state == Occurrence.State.CANCELLED else "",
        commune=page.commune,
        place_id=page.place_id,
        capacity=capacity,
        taken=dice.randint(0, capacity) if capacity else 0,
    )


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        yield batch


def _index(pages: list[EventPage]) -> None:
    """The words of the pages, for the search."""
    index = get_search_backend().get_index_for_model(EventPage)
    for batch in _batches(pages):
        index.add_items(EventPage, batch)
