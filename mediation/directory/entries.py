"""The places as light rows: one to three queries whatever their number, in the reader's words."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef

from mediation import opening_hours
from mediation.fields import BAR
from mediation.models.place_details import PlaceClosure, exceptional
from mediation.models.places import PlacePage, in_school_holidays
from portal import territory

_COLUMNS = (
    "pk",
    "translation_key",
    "title",
    "slug",
    "introduction",
    "commune",
    "street",
    "phone",
    "opening_hours",
)
# Ticked boxes, read as they are stored: making lists of them costs half of the page.
_TICKED = (
    "kinds",
    "services",
    "access",
    "needs",
    "audiences",
    "ways",
    "fees",
    "equipment",
    "languages",
)
_RAW = {f"raw_{name}": ExpressionWrapper(F(name), CharField()) for name in _TICKED}
_NONE: frozenset[str] = frozenset()
_YES = frozenset(("1",))


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in a list. `lang` is "fr" when the reader's language has no words for it."""

    pk: int
    key: UUID
    title: str
    slug: str
    summary: str
    lang: str
    commune: str
    street: str
    phone: str
    hours: str
    ticked: dict[str, frozenset[str]]
    exceptions: tuple[opening_hours.Exceptional, ...]

    def state(self, now: dt.datetime) -> opening_hours.State:
        return opening_hours.state_at(self.hours, now, self.exceptions, in_school_holidays)

    def is_open(self, now: dt.datetime) -> bool:
        return opening_hours.is_open(self.hours, now, self.exceptions, in_school_holidays)

    def where(self, language: str) -> str:
        """« 4 place François-Mitterrand, Lorient »."""
        commune = territory.commune(self.commune)
        names = [self.street, commune.name(language) if commune else ""]
        return ", ".join(name for name in names if name)


def entries(language: str, today: dt.date) -> list[Entry]:
    """All places shown to the public, sorted by name as a reader expects."""
    near = PlaceClosure.objects.filter(place=OuterRef("pk"), last__gte=today)
    places = PlacePage.objects.shown().annotate(has_closures=Exists(near), **_RAW)
    rows = list(places.values_list(*_COLUMNS, "has_closures", *_RAW, named=True))
    closures = _closures(any(row.has_closures for row in rows), today)
    words = _translations(language)
    found = [_entry(row, words, closures[row.pk], language) for row in rows]
    return sorted(found, key=_helpers_first)


def _helpers_first(place: Entry) -> tuple[bool, str]:
    """Those who help with something, then those who only say who helps."""
    return not place.ticked["services"], territory.collation(place.title)


def _entry(row, words: dict[UUID, tuple[str, str, str]], closures: list, language: str) -> Entry:
    title, slug, summary = words.get(row.translation_key, (row.title, row.slug, row.introduction))
    spoken = language if row.translation_key in words else "fr"
    ticked = {name: _codes(getattr(row, f"raw_{name}")) for name in _TICKED}
    return Entry(
        pk=row.pk,
        key=row.translation_key,
        title=title,
        slug=slug,
        summary=summary,
        lang="" if spoken == language else spoken,
        commune=row.commune,
        street=row.street,
        phone=row.phone,
        hours=row.opening_hours,
        ticked={
            **ticked,
            "free": _YES if "gratuit" in ticked["fees"] else _NONE,
            "wifi": _YES if "wifi" in ticked["equipment"] | ticked["kinds"] else _NONE,
            "breton": _YES if "br" in ticked["languages"] else _NONE,
        },
        exceptions=tuple(closures),
    )


def _codes(stored: str) -> frozenset[str]:
    """« |a|b| » as a set."""
    return frozenset(stored[1:-1].split(BAR)) if stored else _NONE


def _closures(some: bool, today: dt.date) -> dict[int, list[opening_hours.Exceptional]]:
    """By place; nothing is asked when the places have none."""
    found = defaultdict(list)
    if not some:
        return found
    rows = PlaceClosure.objects.filter(last__gte=today).values_list(
        "place_id", "first", "last", "opens", "closes", "message"
    )
    for place, *rest in rows:
        found[place].append(exceptional(*rest))
    return found


def _translations(language: str) -> dict[UUID, tuple[str, str, str]]:
    """Words of the Breton pages that a person translated; none needed for French."""
    if language == "fr":
        return {}
    pages = PlacePage.objects.live().filter(locale__language_code=language, alias_of=None)
    rows = pages.values_list("translation_key", "title", "slug", "introduction")
    return {key: (title, slug, summary) for key, title, slug, summary in rows}
