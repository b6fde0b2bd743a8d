"""Weeks of hours in French prose turned into hours a machine can answer from, or left as prose.

« du lundi au vendredi, 9h-12h et 13h30-17h » is clear; « 1er mardi matin du mois » is not. What
is understood comes with the words that may change it (`doubts`), so that a person looks at them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mediation.opening_hours import osm as syntax
from mediation.opening_hours import prose_clock as clock
from mediation.opening_hours.week import WEEKS, Days, Span, Week, to_osm

DAY_NAMES = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_STARTS = ("lu", "ma", "me", "je", "ve", "sa", "di")
_DAY = re.compile(
    rf"({'|'.join(DAY_NAMES)})s?"
    r"|\b(lun|mar|mer|jeu|ven|sam|dim|lu|ma|me|je|ve|sa|di)\b(?=\.?\s*(?:au\b|à|-|:|,|et\b|<))"
)
_PIECE = re.compile(rf"(?P<day>{_DAY.pattern})|(?P<clock><\d{{4}}>)")
_RANGE = re.compile(r"\s*(?:au|à|a|-|jusqu'au)\s*(?:le\s*)?")
_LIST = re.compile(r"(?:[\s,;/+&.]|\b(?:et|le|les|ou)\b)*")
_EXCLUDING = re.compile(r"\b(?:sauf|hors|excepté|tous les jours)\b")
_DOUBTFUL = re.compile(
    r"(?<!sans )rendez[ -]?vous|(?<!sans )rdv|vacances|férié|paire|semaines?|mois|fois|jours\b"
    r"|dernier|juin|juillet|août|été|hiver|à partir|jusqu'en|ferm\w+|réservation|excep\w+"
    r"|trimestre|sur #|hors\b|sauf\b|1er"
)
_CLOSED = re.compile(r"ferm\w+\s*(?:le|les|du)?\s*$")


@dataclass(frozen=True)
class Converted:
    """`osm`: what was understood; `doubts`: words in the text that may say otherwise."""

    osm: str
    doubts: tuple[str, ...] = ()


@dataclass
class _Group:
    """Days named together, and the text of the hours that go with them."""

    days: list[int] = field(default_factory=list)
    hours: str = ""


def convert(text: str) -> Converted | None:
    """A week of hours in prose, or already in OSM syntax; None when it is not sure."""
    fixed = syntax.repaired(text)
    if fixed and not syntax.problems(fixed):
        return Converted(fixed)
    words = clock.marked(text)
    kept = re.split(r"[^.>;]*\bvacances\b", words)[0]
    days = None if _EXCLUDING.search(kept) else _week(kept)
    return Converted(to_osm(Week(days)), _doubts(text)) if days else None


def convert_columns(cells: Mapping[str, str]) -> Converted | None:
    """A cell for each day (« Lundi »: « 9h-12h »), or one « OSM »; « ouverture »: which weeks."""
    weeks = _weeks(cells.get("ouverture", ""))
    if cells.get("OSM", "").strip():
        found = convert(cells["OSM"])
        return Converted(WEEKS.get(weeks, "") + found.osm, found.doubts) if found else None
    texts = [cells.get(name.capitalize(), "") for name in DAY_NAMES]
    read = [clock.time_spans(text, weeks) for text in texts]
    days = tuple(_united(spans) for spans in read if spans is not None)
    if len(days) < 7 or not any(days):
        return None
    return Converted(to_osm(Week(days)), _doubts(" ".join(texts)))


def _week(words: str) -> Days | None:
    groups = _groups(words)
    days: list[list[Span]] = [[] for _ in DAY_NAMES]
    for group in groups:
        spans = clock.pairs(group.hours)
        if spans is None:
            return None
        for day in group.days:
            days[day].extend(spans)
    united = tuple(_united(day) for day in days)
    return united if any(united) else None


def _groups(words: str) -> list[_Group]:
    """The days and their hours, in the order of the text: days first, or hours first."""
    found = list(_PIECE.finditer(words))
    groups, hours_first = [_Group()], bool(found) and found[0]["day"] is None
    before = 0
    for piece in found:
        between, current = words[before : piece.start()], groups[-1]
        if piece["clock"]:
            if hours_first and current.days:
                current = _Group()
                groups.append(current)
            current.hours += piece["clock"]
        elif _CLOSED.search(between):
            groups.append(_Group())  # days that are closed are said, and have no hours
            hours_first = hours_first and any(group.days for group in groups)
        else:
            after_day = before and words[before - 1] != ">"
            _add_day(groups, _number(piece["day"]), between if after_day else f"|{between}")
        before = piece.end()
    return groups


def _add_day(groups: list[_Group], day: int, between: str) -> None:
    """`between`: the words since the day before it; they start with | when hours came since."""
    current = groups[-1]
    if current.days and _RANGE.fullmatch(between):
        last = current.days[-1]
        current.days += [number % 7 for number in range(last + 1, last + 1 + (day - last) % 7)]
    elif current.days and not _LIST.fullmatch(between):
        groups.append(_Group([day]))
    else:
        current.days.append(day)


def _number(name: str) -> int:
    return _STARTS.index(name[:2])


def _united(spans: list[Span] | tuple[Span, ...]) -> tuple[Span, ...]:
    """Stretches that touch or overlap are one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end and merged[-1].start < merged[-1].end:
            last = merged.pop()
            span = Span(last.start, max(last.end, span.end), span.weeks)
        merged.append(span)
    return tuple(merged)


def _doubts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found[0] for found in _DOUBTFUL.finditer(text.lower())))


def _weeks(text: str) -> str:
    lowered = text.lower()
    return "odd" if "impaire" in lowered else "even" if "paire" in lowered else ""
