"""Which places answer a search, and how many would with one more facet. Pure."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from mediation.directory.entries import Entry
from mediation.directory.forms import FACETS, FLAGS, Asked
from portal import territory


@dataclass
class Found:
    """The places in order; `counts` by facet: how many each value would leave."""

    entries: list[Entry]
    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))


def find(places: Sequence[Entry], asked: Asked, ranks: Mapping[UUID, int] | None) -> Found:
    """`ranks`: the places whose words answer, best first; None when no word was asked."""
    found = Found([])
    reach = {code: rank for rank, code in enumerate(asked.reach())}
    for place in places:
        if (ranks is not None and place.key not in ranks) or not _opens(place, asked):
            continue
        missed = _missed(place, asked, reach)
        if not missed:
            found.entries.append(place)
        _count(found, place, missed)
    if ranks is not None:
        found.entries.sort(key=lambda each: ranks[each.key])
    elif reach:
        found.entries.sort(key=lambda each: reach[each.commune])
    return found


def distance_from(asked: Asked, place: Entry) -> float | None:
    """Kilometres from the commune asked, when it is one and another."""
    here, there = territory.commune("".join(asked.communes)), territory.commune(place.commune)
    if here is None or there is None or here == there:
        return None
    return territory.distance_km(here, there)


def _opens(place: Entry, asked: Asked) -> bool:
    return asked.open_at is None or place.is_open(asked.open_at)


def _missed(place: Entry, asked: Asked, reach: Mapping[str, int]) -> list[str]:
    """The facets that this place does not fit."""
    missed = [
        name
        for name, values in asked.choices.items()
        if place.ticked[FACETS[name][2]].isdisjoint(values)
    ]
    missed += [name for name in asked.flags if not place.ticked[name]]
    return [*missed, "commune"] if reach and place.commune not in reach else missed


def _count(found: Found, place: Entry, missed: list[str]) -> None:
    """A place counts in the facet it alone misses, and in all when it misses none."""
    if len(missed) > 1:
        return
    names = missed or [*FACETS, *FLAGS, "commune"]
    for name in names:
        if name == "commune":
            found.counts[name][place.commune] += 1
        else:
            found.counts[name].update(place.ticked[FACETS[name][2] if name in FACETS else name])
