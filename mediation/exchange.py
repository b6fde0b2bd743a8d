"""Between a page and a row of the national schema: what is published, what an import writes."""

import html
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from django.utils.html import escape, strip_tags

from mediation.exchange_fields import JOINED, SAME, TICKED
from mediation.importing import Known
from mediation.models.place_questions import OWN_NUMBERS
from mediation.models.places import PlacePage
from mediation.opendata import PlaceRow, to_cells
from mediation.opendata.cells import UNKNOWN_PIVOT
from portal import territory


def row_of(page: PlacePage) -> PlaceRow:
    """The page as the national schema publishes it."""
    commune = territory.commune(page.commune)
    values: dict[str, Any] = {national: getattr(page, name) for national, name in SAME.items()}
    values |= {
        national: tuple(filter(None, getattr(page, name).split("|")))
        for national, name in JOINED.items()
    }
    values |= {
        national: among.to_national(getattr(page, name))
        for national, (name, among) in TICKED.items()
    }
    values["typologie"] += tuple(filter(None, page.other_kinds.split("|")))
    published = page.last_published_at or page.latest_revision_created_at
    values["date_maj"] = page.updated_on or (published.date() if published else None)
    return PlaceRow(
        **values,
        id=page.number or f"{OWN_NUMBERS}{page.translation_key}",
        pivot=page.siret or UNKNOWN_PIVOT,
        commune=commune.name() if commune else "",
        code_insee=page.commune,
        presentation_detail=plain(page.text),
    )


def to_words(page: PlacePage) -> dict[str, str]:
    """The national fields of a page as cells."""
    return to_cells(row_of(page))


def publishable(page: PlacePage) -> bool:
    """What the schema requires; a place without services would be shown as closed to the public."""
    return bool(page.title and page.street and page.postcode and page.services)


def known_places() -> Iterator[Known]:
    """The places an import compares with: a page merged into another has nothing more to learn."""
    for page in PlacePage.objects.kept().prefetch_related("numbers"):
        row = row_of(page)
        numbers = {(each.source, each.number) for each in page.numbers.all()}
        yield Known(
            key=page.pk,
            row=row,
            identifiers={(row.source, row.id), *numbers},
            locked=frozenset(page.by_hand),
            gone=page.gone_since is not None,
            published=page.live and publishable(page),
        )


def write(page: PlacePage, row: PlaceRow, names: Iterable[str]) -> None:
    """Puts these national fields of a row on the page; does not save it."""
    for national in names:
        _WRITERS.get(national, _write_plain)(page, national, row)


def plain(rich: str) -> str:
    """The words of a rich text, paragraphs on lines of their own."""
    broken = rich.replace("</p>", "\n").replace("</li>", "\n").replace("<br/>", "\n")
    lines = html.unescape(strip_tags(broken))
    return "\n".join(line.strip() for line in lines.splitlines() if line.strip())


def _write_plain(page: PlacePage, national: str, row: PlaceRow) -> None:
    value = getattr(row, national)
    if national in TICKED:
        name, among = TICKED[national]
        setattr(page, name, among.from_national(value))
    elif national in JOINED:
        setattr(page, JOINED[national], "|".join(value))
    elif national in SAME:
        setattr(page, SAME[national], value)


def _write_pivot(page: PlacePage, national: str, row: PlaceRow) -> None:
    page.siret = "" if row.pivot == UNKNOWN_PIVOT else row.pivot


def _write_text(page: PlacePage, national: str, row: PlaceRow) -> None:
    lines = filter(None, row.presentation_detail.splitlines())
    page.text = "".join(f"<p>{escape(line)}</p>" for line in lines)


def _write_kinds(page: PlacePage, national: str, row: PlaceRow) -> None:
    """Kinds that residents do not ask for stay as codes, to be published again."""
    name, among = TICKED[national]
    setattr(page, name, among.from_national(row.typologie))
    known = set(among.to_national(page.kinds))
    page.other_kinds = "|".join(code for code in row.typologie if code not in known)


def _write_commune(page: PlacePage, national: str, row: PlaceRow) -> None:
    page.commune = row.code_insee


_WRITERS: dict[str, Callable[[PlacePage, str, PlaceRow], None]] = {
    "pivot": _write_pivot,
    "typologie": _write_kinds,
    "presentation_detail": _write_text,
    "code_insee": _write_commune,
    "commune": _write_commune,
}
