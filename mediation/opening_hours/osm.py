"""Hours as OpenStreetMap writes them: read, repaired, judged, made ready for the national map.

Rules for holidays (PH public, SH school) are kept or dropped according to the day asked about:
opening-hours-py knows no school holidays, and reads « PH Mo-Fr » as « PH and Mo-Fr ».
"""

import re
from functools import lru_cache

from opening_hours import (  # type: ignore[attr-defined]  # its stub forgets ParserError
    OpeningHours,
    ParserError,
)

COUNTRY = "FR"
APPOINTMENT = "sur rendez-vous"
# The national map reads hours without a country, where PH is an error: French holidays by date.
# Code du travail, L3133-1.
HOLIDAYS_BY_DATE = (
    "Jan 01,May 01,May 08,Jul 14,Aug 15,Nov 01,Nov 11,Dec 25,"
    "easter +1 day,easter +39 days,easter +50 days"
)
_QUOTED = re.compile(r'"[^"]*"')
_HOLIDAY_RULE = re.compile(r"^(?:week[\d\s,/-]+)?((?:SH|PH)(?:\s*,\s*(?:SH|PH))?)\b")
_HOLIDAY = re.compile(r"\b(?:SH|PH)\b[\s,]*")
_DAY_WITHOUT_HOURS = re.compile(r"^(?:week[\d\s,/-]+)?(?:(?:Mo|Tu|We|Th|Fr|Sa|Su)[\s,-]*)+$")
_SPAN = re.compile(r"(\d\d):(\d\d)-(\d\d):(\d\d)")
TOO_LONG = 20 * 60  # minutes: a place of ours open for so long is a slip of the keyboard


@lru_cache(maxsize=4096)
def parsed(osm: str) -> OpeningHours | None:
    """The expression ready to answer, or None when it is not one."""
    try:
        return OpeningHours(osm, country=COUNTRY, auto_timezone=False)
    except ParserError:
        return None


@lru_cache(maxsize=8192)
def on_days(osm: str, *, school: bool = False, public: bool = False) -> OpeningHours | None:
    """The expression as it holds in school holidays, on public holidays, or on other days."""
    kept = []
    for rule in rules(osm):
        about = holidays_of(rule)
        if not about:
            kept.append(rule)
        elif (school and "SH" in about) or (public and "PH" in about):
            kept.append(_HOLIDAY.sub("", rule))
    return parsed("; ".join(kept) or "off")


@lru_cache(maxsize=4096)
def mentions(osm: str, holiday: str) -> bool:
    """Whether the hours say anything about "PH" (public) or "SH" (school) holidays."""
    return re.search(rf"\b{holiday}\b", _QUOTED.sub("", osm)) is not None


def rules(osm: str) -> list[str]:
    """The rules between semicolons; a semicolon inside a quoted comment does not count."""
    hidden = _QUOTED.sub(lambda quote: quote[0].replace(";", "\0"), osm)
    parts = (part.strip().replace("\0", ";") for part in hidden.split(";"))
    return [part for part in parts if part]


def holidays_of(rule: str) -> frozenset[str]:
    """Which holidays this rule is for: PH, SH, both, or none."""
    start = _HOLIDAY_RULE.match(rule)
    return frozenset(re.findall("SH|PH", start[1])) if start else frozenset()


def repaired(text: str) -> str:
    """Slips met in real data put right: « 9:00 », « 09h00 », « 17 :00 », « Mo-Sun », spaces."""
    text = re.sub(r"\b(\d{1,2})\s*[h:]\s*(\d{2})\b", r"\1:\2", text.strip())
    text = re.sub(r"\b(\d):(\d{2})\b", r"0\1:\2", text)
    text = re.sub(r"\bSun\b", "Su", text)
    text = re.sub(r"(?<=\d)\s*-\s*(?=\d\d:)", "-", text)
    text = re.sub(r",\s+(?=\d\d:)", ",", text)
    text = re.sub(r",\s+(?=(?:Mo|Tu|We|Th|Fr|Sa|Su)\b(?:\s*,|\s+\d|\s*-|\s+off))", ",", text)
    return "; ".join(rules(text))


def problems(osm: str) -> list[str]:
    """What is wrong, as keys: "unreadable", "day_without_hours", "endless", "overlapping"."""
    if parsed(osm) is None:
        return ["unreadable"]
    found = {key for rule in rules(osm) for key in _faults(_QUOTED.sub("", rule).strip())}
    return sorted(found)


def for_national_map(osm: str) -> str:
    """The same hours where PH and SH are not understood: dates for PH, nothing for SH."""
    kept = []
    for rule in rules(osm):
        about = holidays_of(rule)
        if not about:
            kept.append(rule)
        elif "PH" in about and _HOLIDAY.sub("", rule) in ("off", "closed"):
            kept.append(f"{HOLIDAYS_BY_DATE} off")
    return "; ".join(kept)


def from_national_map(osm: str) -> str:
    """The other way round: French holidays by date are PH again."""
    return osm.replace(HOLIDAYS_BY_DATE, "PH")


def _faults(rule: str) -> list[str]:
    found = []
    if _DAY_WITHOUT_HOURS.match(rule):
        found.append("day_without_hours")
    spans = [_minutes(match) for match in _SPAN.finditer(rule)]
    lengths = [(end - start) % 1440 or 1440 for start, end in spans if (start, end) != (0, 1440)]
    if any(length > TOO_LONG for length in lengths):
        found.append("endless")
    if any(a < d and c < b for i, (a, b) in enumerate(spans) for c, d in spans[i + 1 :]):
        found.append("overlapping")
    return found


def _minutes(match: re.Match[str]) -> tuple[int, int]:
    h1, m1, h2, m2 = (int(group) for group in match.groups())
    return h1 * 60 + m1, h2 * 60 + m2
