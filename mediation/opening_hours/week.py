"""The weekly form of an editor, and the expression it stands for, one way and the other."""

import datetime as dt
import re
from dataclasses import dataclass, field

from opening_hours import OpeningHours

from mediation.opening_hours import osm as syntax

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
WEEKS = {"odd": "week 1-53/2 ", "even": "week 2-52/2 "}
# What an editor says about holidays: nothing yet, closed, the hours of every week.
UNSTATED, CLOSED, SAME, OTHER = "unstated", "closed", "same", "other"
# Two whole weeks without a public holiday, the first one odd.
_ODD_MONDAY, _EVEN_MONDAY = dt.date(2026, 6, 1), dt.date(2026, 6, 8)
_TOO_RICH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|easter|sunrise|sunset|dawn|dusk)\b"
    r"|\[|\b20\d\d\b|\+|\|\||\bunknown\b"
    # Two weeks are read: of all the selectors of weeks, they tell odd and even ones only.
    r"|\bweek(?!\s*(?:1-53|2-52)/2\s)",
    re.IGNORECASE,
)


@dataclass(frozen=True, order=True)
class Span:
    """From `start` to `end` (midnight as 00:00); `weeks`: "" for all, "odd" or "even" (ISO)."""

    start: dt.time
    end: dt.time
    weeks: str = ""
    appointment: bool = False


Days = tuple[tuple[Span, ...], ...]
NO_DAYS: Days = ((),) * 7


@dataclass(frozen=True)
class Week:
    """Seven days from Monday, and what happens in holidays.

    `public`: unstated, closed or same. `school`: those, or other with `school_days`.
    """

    days: Days = NO_DAYS
    public: str = UNSTATED
    school: str = UNSTATED
    school_days: Days = field(default=NO_DAYS)


def to_osm(week: Week) -> str:
    """« Mo-Fr 09:00-12:00; SH off; PH off »; empty when no day has hours."""
    if not any(week.days) and not any(week.school_days):
        return ""
    school = {
        CLOSED: ["SH off"],
        SAME: _rules(week.days, "SH "),
        OTHER: ["SH off", *_rules(week.school_days, "SH ")],
    }
    public = {CLOSED: ["PH off"], SAME: _rules(week.days, "PH ")}
    return "; ".join(
        [*_rules(week.days), *school.get(week.school, []), *public.get(week.public, [])]
    )


def from_osm(osm: str) -> Week | None:
    """The form that stands for these hours; None when they say more than the form can."""
    if not osm:
        return Week()
    if syntax.problems(osm) or _TOO_RICH.search(re.sub(r'"[^"]*"', "", osm)):
        return None
    days, school_days, public_days = (_read(osm), _read(osm, school=True), _read(osm, public=True))
    if days is None or school_days is None or public_days is None:
        return None
    school = _stated(osm, "SH", days, school_days)
    public = _stated(osm, "PH", days, public_days)
    if public == OTHER:
        return None
    return Week(days, public, school, school_days if school == OTHER else NO_DAYS)


def grouped(days: Days) -> list[tuple[list[int], tuple[Span, ...]]]:
    """Days that share their hours, in the order of the first of them; days without are left out."""
    groups: dict[tuple[Span, ...], list[int]] = {}
    for number, spans in enumerate(days):
        if spans:
            groups.setdefault(tuple(sorted(spans)), []).append(number)
    return [(numbers, spans) for spans, numbers in groups.items()]


def _rules(days: Days, prefix: str = "") -> list[str]:
    return [_rule(numbers, spans, prefix) for numbers, spans in grouped(days)]


def _rule(numbers: list[int], spans: tuple[Span, ...], prefix: str) -> str:
    """One rule for a group of days; what differs by week or appointment adds after a comma."""
    selector = _selector(numbers)
    kinds: dict[tuple[str, bool], list[Span]] = {}
    for span in spans:
        kinds.setdefault((span.weeks, span.appointment), []).append(span)
    parts = []
    for (weeks, appointment), same in sorted(kinds.items()):
        times = ",".join(f"{_clock(s.start)}-{_clock(s.end, end=True)}" for s in same)
        comment = f' "{syntax.APPOINTMENT}"' if appointment else ""
        parts.append(f"{WEEKS.get(weeks, '')}{prefix}{selector} {times}{comment}")
    return ", ".join(parts)


def _selector(numbers: list[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ",".join(_run(run) for run in runs)


def _run(run: list[int]) -> str:
    names = [DAYS[number] for number in run]
    return f"{names[0]}-{names[-1]}" if len(names) > 2 else ",".join(names)


def _clock(time: dt.time, *, end: bool = False) -> str:
    return "24:00" if end and time == dt.time(0) else f"{time:%H:%M}"


def _read(osm: str, **holidays: bool) -> Days | None:
    hours = syntax.on_days(osm, **holidays)
    odd, even = _days_from(hours, _ODD_MONDAY), _days_from(hours, _EVEN_MONDAY)
    if odd is None or even is None:
        return None
    return tuple(_both(a, b) for a, b in zip(odd, even, strict=True))


def _both(odd: tuple[Span, ...], even: tuple[Span, ...]) -> tuple[Span, ...]:
    every = [span for span in odd if span in even]
    only_odd = [Span(s.start, s.end, "odd", s.appointment) for s in odd if s not in every]
    only_even = [Span(s.start, s.end, "even", s.appointment) for s in even if s not in every]
    return tuple(sorted([*every, *only_odd, *only_even]))


def _days_from(hours: OpeningHours | None, monday: dt.date) -> Days | None:
    """What opens on each day of that week; None when a comment is more than « by appointment »."""
    begin = dt.datetime.combine(monday, dt.time(0))
    if hours is None:
        return None
    days: list[list[Span]] = [[] for _ in DAYS]
    for start, end, state, comment in hours.intervals(begin, begin + dt.timedelta(days=7)):
        if str(state) == "closed":
            continue
        if comment not in ("", syntax.APPOINTMENT) or end - start >= dt.timedelta(hours=24):
            return None
        span = Span(start.time(), end.time(), "", bool(comment))
        days[start.weekday()].append(span)
    return tuple(tuple(day) for day in days)


def _stated(osm: str, holiday: str, days: Days, held: Days) -> str:
    if not syntax.mentions(osm, holiday):
        return UNSTATED
    if not any(held):
        return CLOSED
    return SAME if held == days else OTHER
