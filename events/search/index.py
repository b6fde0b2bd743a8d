"""Every date as one bit, every choice of every facet as one number: counting costs microseconds.

Counting ten facets over 100,000 rows in SQL costs hundreds of milliseconds and grows with the
table; here a facet is a Python integer whose bit n says whether date n has it (decision
docs/decisions/calendar-index.md). Pure: plain entries in, numbers out. Dates are in order of start.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

DAY = 24 * 3600
ONE = ord("1")
FEW = 40  # places that are quicker added one by one


class Entry(NamedTuple):
    """One date: the page it hangs on, instants in seconds since 1970, its choices by facet.

    Dates with the same choices share one mapping: it is read once.
    """

    id: int
    page: int
    start: int
    end: int
    facets: Mapping[str, Iterable[str]]


class Index:
    """The dates of the calendar, found and counted by bits."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        rows = sorted(entries, key=lambda entry: (entry.start, entry.id))
        self.size = len(rows)
        self.ids = array("q", (row.id for row in rows))
        self.starts = array("q", (row.start for row in rows))
        self.ends = array("q", (row.end for row in rows))
        self.long = [place for place, row in enumerate(rows) if row.end - row.start > DAY]
        self._pages: dict[int, list[int]] = {}
        alike: dict[int, tuple[Mapping[str, Iterable[str]], list[int]]] = {}
        for place, row in enumerate(rows):
            self._pages.setdefault(row.page, []).append(place)
            alike.setdefault(id(row.facets), (row.facets, []))[1].append(place)
        self._facets = self._read_facets(alike.values())
        self.all = (1 << self.size) - 1

    def _read_facets(
        self, alike: Iterable[tuple[Mapping[str, Iterable[str]], list[int]]]
    ) -> dict[str, dict[str, int]]:
        """The bits of each choice of each facet, from dates that have the same choices."""
        places: dict[str, dict[str, list[int]]] = {}
        for facets, there in alike:
            for facet, values in facets.items():
                for value in values:
                    places.setdefault(facet, {}).setdefault(value, []).extend(there)
        return {
            facet: {value: self._bits(there) for value, there in by_value.items()}
            for facet, by_value in places.items()
        }

    def where(self, facet: str, values: Iterable[str]) -> int:
        """The dates that have one of these choices."""
        found = 0
        for value in values:
            found |= self._facets.get(facet, {}).get(value, 0)
        return found

    def counts(self, facet: str, among: int) -> dict[str, int]:
        """How many of some dates have each choice of a facet."""
        choices = self._facets.get(facet, {})
        return {value: (bits & among).bit_count() for value, bits in choices.items()}

    def starting(self, first: int, last: int) -> int:
        """The dates that start from `first` on and before `last`."""
        low, high = bisect_left(self.starts, first), bisect_left(self.starts, last)
        return (1 << high) - (1 << low) if high > low else 0

    def running(self, moment: int) -> int:
        """The dates begun before a moment and not over yet."""
        high = bisect_left(self.starts, moment)
        recent = range(bisect_left(self.starts, moment - DAY), high)
        long = self.long[: bisect_left(self.long, high)]
        return self._bits({place for place in (*recent, *long) if self.ends[place] > moment})

    def of_pages(self, pages: Iterable[int]) -> int:
        """The dates that hang on these pages."""
        return self._bits(place for page in pages for place in self._pages.get(page, ()))

    def of_ids(self, ids: Iterable[int]) -> int:
        """The dates with these row numbers."""
        places = self._places
        return self._bits(places[one] for one in ids if one in places)

    @cached_property
    def _places(self) -> dict[int, int]:
        return {one: place for place, one in enumerate(self.ids)}

    def rows(self, bits: int, skip: int = 0, take: int | None = None) -> list[int]:
        """The row numbers of some dates in order, a page of them."""
        found: list[int] = []
        for place in self.places(bits, skip):
            if take is not None and len(found) >= take:
                break
            found.append(self.ids[place])
        return found

    def places(self, bits: int, skip: int = 0) -> Iterator[int]:
        """The places of set bits, lowest first."""
        for number, byte in enumerate(bits.to_bytes(bits.bit_length() // 8 + 1, "little")):
            if byte and skip >= (there := byte.bit_count()):
                skip -= there
            elif byte:
                for offset in range(8):
                    if byte >> offset & 1:
                        if skip:
                            skip -= 1
                        else:
                            yield number * 8 + offset

    def bounds(self, bits: int) -> tuple[int, int]:
        """The first and the last start of some dates; (0, 0) of none."""
        if not bits:
            return 0, 0
        lowest = (bits & -bits).bit_length() - 1
        return self.starts[lowest], self.starts[bits.bit_length() - 1]

    def _bits(self, places: Iterable[int]) -> int:
        places = list(places)
        if len(places) < FEW:
            return sum(1 << place for place in places)
        # A string of digits is set twice as fast as bits, and read back at once.
        digits = bytearray(b"0") * (self.size + 1)
        for place in places:
            digits[-1 - place] = ONE
        return int(digits, 2)
