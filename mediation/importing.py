"""National data as a difference: what would be new, changed, gone, alike, refused. Writes nothing.

A row is recognised by its source and number, else by the scored rule (matching.py). The row a
place was made from changes it; other rows about it only fill what is empty. An empty cell never
erases, and a field taken over by hand keeps its value. So a second run has nothing to do.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mediation import matching
from mediation.opendata import PlaceRow, Problem, from_cells, to_cells
from mediation.opendata.reading import Cells
from mediation.opendata.schema import LISTS, SEPARATOR

# These say where a row comes from, not what the place is.
_NOT_COMPARED = ("id", "source")
Identifier = tuple[str, str]  # (source, number at that source)


@dataclass
class Known:
    """A place we have: its key in our base, what we publish of it, and the numbers it goes by.

    `locked`: fields edited by hand. `gone`: hidden, because its source no longer named it.
    `published`: in our own open data, so that a file without it means something.
    A place that would be new has the key -line until it is written.
    """

    key: int
    row: PlaceRow
    identifiers: set[Identifier] = field(default_factory=set)
    locked: frozenset[str] = frozenset()
    gone: bool = False
    published: bool = True


@dataclass(frozen=True)
class Change:
    """A field before and after, as published; `kept` when a hand-edited value stays."""

    field: str
    before: str
    after: str
    kept: bool = False


@dataclass(frozen=True)
class Line:
    """What one row of the file comes to. `key`: the place it is about, or that it resembles."""

    number: int
    row: PlaceRow
    key: int = 0
    changes: tuple[Change, ...] = ()
    score: int = 0  # of the resemblance, 0 when it was known by its number
    prose: str = ""  # hours that stay as text


@dataclass(frozen=True)
class Refusal:
    """A row that does not enter, and why; `name` helps to find it."""

    number: int
    name: str
    problem: Problem


@dataclass
class Plan:
    """All that an import would do.

    `same`: rows that speak of a new place of the same file. `alike`: new, but somebody should
    look first. `repaired`: faults that do not stop a row. `gone`: no longer named by its source.
    """

    new: list[Line] = field(default_factory=list)
    same: list[Line] = field(default_factory=list)
    changed: list[Line] = field(default_factory=list)
    alike: list[Line] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    repaired: list[Refusal] = field(default_factory=list)
    gone: list[Known] = field(default_factory=list)
    unchanged: int = 0
    elsewhere: int = 0

    @property
    def empty(self) -> bool:
        return not (self.new or self.same or self.changed or self.alike or self.gone)


def plan(rows: Iterable[tuple[int, Cells]], known: Sequence[Known]) -> Plan:
    """The difference between a file and the places we have."""
    return _Planner(known).read(rows)


def value_of(row: PlaceRow, name: str) -> str:
    """A field as it is published, which is also how it is compared."""
    return to_cells(row)[name]


def identifiers_of(row: PlaceRow) -> Iterator[Identifier]:
    """The row's own number, then the parts of a number merged by the national pipeline (a__b)."""
    yield row.source, row.id
    parts = row.id.split("__")
    if len(parts) > 1:
        yield from (("", part) for part in parts)


class _Planner:
    """Reads the rows once, in order; remembers whom it has met."""

    def __init__(self, known: Sequence[Known]) -> None:
        self.plan = Plan()
        self.known: dict[int, Known] = {}
        self.sources: set[str] = set()
        self.met: dict[Identifier, int] = {}  # row's identifier → line
        self.seen: set[int] = set()
        self.by_number = {pair: each.key for each in known for pair in _reachable(each)}
        self.by_commune: dict[str, list[tuple[int, matching.Candidate]]] = defaultdict(list)
        for each in known:
            self._remember(replace(each))

    def read(self, rows: Iterable[tuple[int, Cells]]) -> Plan:
        for number, cells in rows:
            row, problems, prose = from_cells(cells)
            self._report(number, cells, problems)
            if row is not None and self._first_time(number, row):
                self.sources.add(row.source)
                self._place(Line(number, row, prose=prose))
        self.plan.new = [replace(line, row=self.known[-line.number].row) for line in self.plan.new]
        self.plan.gone = [each for each in self.known.values() if self._is_gone(each)]
        return self.plan

    def _place(self, line: Line) -> None:
        """Known by number, sure by likeness, perhaps known, or new."""
        key = next((self.by_number[p] for p in identifiers_of(line.row) if p in self.by_number), 0)
        if key:
            self._compare(replace(line, key=key))
            return
        found = self._most_alike(line.row)
        if found and found[1].sure:
            self._compare(replace(line, key=found[0], score=found[1].score))
        elif found:
            self.plan.alike.append(replace(line, key=found[0], score=found[1].score))
        else:
            self.plan.new.append(line)
            self._remember(Known(-line.number, line.row, {(line.row.source, line.row.id)}))

    def _compare(self, line: Line) -> None:
        place = self.known[line.key]
        changes = tuple(_changes(place, line.row))
        line = replace(line, changes=changes)
        applied = {each.field: getattr(line.row, each.field) for each in changes if not each.kept}
        place.row = replace(place.row, **applied)  # for the rows below that speak of it too
        self.seen.add(line.key)
        if line.key < 0:
            self.plan.same.append(line)
        elif applied or place.gone or line.score:
            self.plan.changed.append(line)
        else:
            self.plan.unchanged += 1

    def _most_alike(self, row: PlaceRow) -> tuple[int, matching.Match] | None:
        candidate = _candidate(row)
        return matching.best(candidate, self.by_commune[candidate.commune])

    def _remember(self, place: Known) -> None:
        self.known[place.key] = place
        candidate = _candidate(place.row)
        self.by_commune[candidate.commune].append((place.key, candidate))

    def _first_time(self, number: int, row: PlaceRow) -> bool:
        before = self.met.setdefault((row.source, row.id), number)
        if before != number:
            problem = Problem("id", "twice", str(before), refuses=True)
            self.plan.refused.append(Refusal(number, row.nom, problem))
        return before == number

    def _report(self, number: int, cells: Mapping[str, str], problems: list[Problem]) -> None:
        for problem in problems:
            if problem.key == "elsewhere":
                self.plan.elsewhere += 1
                continue
            told = self.plan.refused if problem.refuses else self.plan.repaired
            told.append(Refusal(number, cells.get("nom", "")[:100], problem))

    def _is_gone(self, place: Known) -> bool:
        named = place.key < 0 or place.key in self.seen
        expected = place.published and place.row.source in self.sources
        return expected and not named and not place.gone


def _changes(place: Known, row: PlaceRow) -> Iterator[Change]:
    before, after = to_cells(place.row), to_cells(row)
    only_fills = not _made_from(place.row, row)
    for name, value in after.items():
        if name in _NOT_COMPARED or not value or _alike(name, value, before[name]):
            continue
        if name == "pivot" and not value.strip("0"):
            continue
        if only_fills and (before[name].strip("0") or name == "date_maj"):
            continue
        yield Change(name, before[name], value, kept=name in place.locked)


def _alike(name: str, value: str, other: str) -> bool:
    """Lists say the same in any order."""
    if name in LISTS:
        return set(value.split(SEPARATOR)) == set(other.split(SEPARATOR))
    return value == other


def _made_from(place: PlaceRow, row: PlaceRow) -> bool:
    """Whether this row is the one the place was made from; merged numbers share a part."""
    if place.id == row.id:
        return place.source == row.source
    merged = "__" in place.id or "__" in row.id
    return merged and bool(set(place.id.split("__")) & set(row.id.split("__")))


def _reachable(place: Known) -> Iterator[Identifier]:
    for source, number in place.identifiers:
        yield source, number
        yield "", number
        yield from (("", part) for part in number.split("__"))


def _candidate(row: PlaceRow) -> matching.Candidate:
    point = None
    if row.latitude is not None and row.longitude is not None:
        point = (row.latitude, row.longitude)
    kinds = frozenset(row.typologie)
    return matching.Candidate(row.nom, row.adresse, row.code_insee, point, kinds, row.source)
