"""The weekly form of opening hours: an editor types a week, the page keeps one OSM expression."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from mediation import opening_hours
from mediation.opening_hours import week as weekly
from portal import dates

SPANS = 3  # stretches a day: morning, afternoon, and one that is different
Typed = dict[str, Any]


class HoursWidget(forms.Widget):
    """Seven days, three stretches each; what happens in holidays; or the expression itself."""

    template_name = "mediation/widgets/hours.html"

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        typed = value if isinstance(value, dict) else typed_from(value or "")
        context = super().get_context(name, "", attrs)
        context["hours"] = {
            "days": _table(name, typed, "day"),
            "school_days": _table(name, typed, "school-day"),
            "public": _holidays(f"{name}-public", typed["public"], other=False),
            "school": _holidays(f"{name}-school", typed["school"], other=True),
            "text": typed["text"],
            "osm": typed["osm"],
            "rich": typed["rich"],
        }
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed:
        keys = ("public", "school", "text", "osm", "rich")
        typed: Typed = {key: data.get(f"{name}-{key}", "").strip() for key in keys}
        typed["spans"] = {
            key.removeprefix(f"{name}-"): data[key]
            for key in data
            if key.startswith((f"{name}-day-", f"{name}-school-day-")) and data[key]
        }
        return typed

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(key.startswith(f"{name}-") for key in data)

    def id_for_label(self, id_: str) -> str:
        return ""


class HoursField(forms.Field):
    """Gives an OSM expression; its errors name the day."""

    widget = HoursWidget

    def to_python(self, value: Any) -> str:
        if not isinstance(value, dict):
            return value or ""
        if value["text"]:
            return self._from_text(value["text"])
        if value["rich"]:
            return self._checked(opening_hours.repaired(value["osm"]))
        return self._checked(weekly.to_osm(self._week(value)))

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != (initial or "")
        except ValidationError:
            return True

    def _week(self, typed: Typed) -> weekly.Week:
        days = _days(typed["spans"], "day")
        school_days = _days(typed["spans"], "school-day")
        school = weekly.OTHER if any(school_days) else typed["school"] or weekly.UNSTATED
        public = typed["public"] or weekly.UNSTATED
        return weekly.Week(days, public, school, school_days)

    def _from_text(self, text: str) -> str:
        converted = opening_hours.convert(text)
        if converted is None:
            raise ValidationError(
                _("These hours are not understood. Write for example: Monday to Friday 9h-12h.")
            )
        return converted.osm

    def _checked(self, osm: str) -> str:
        words = {
            "unreadable": _("These hours cannot be read."),
            "day_without_hours": _("A day has no hours."),
            "endless": _("Closing time is the opening time, or almost a day later."),
            "overlapping": _("Two stretches of the same day overlap."),
        }
        if osm and (found := opening_hours.problems(osm)):
            raise ValidationError([words[key] for key in found])
        return osm


def typed_from(osm: str) -> Typed:
    """What the form shows for an expression; `rich` when only the expression can say it."""
    week = _in_the_form(osm)
    shown = week or weekly.Week()
    spans: dict[str, str] = {}
    for table, days in (("day", shown.days), ("school-day", shown.school_days)):
        for day, stretches in enumerate(days):
            for rank, span in enumerate(stretches):
                spans |= _typed_span(f"{table}-{day}-{rank}", span)
    return {
        "public": shown.public,
        "school": shown.school,
        "text": "",
        "osm": osm,
        "rich": "" if week else "1",
        "spans": spans,
    }


def _in_the_form(osm: str) -> weekly.Week | None:
    """The week these cells have room for; None when sending it back would change the hours."""
    week = weekly.from_osm(osm)
    if week is None or any(len(day) > SPANS for day in (*week.days, *week.school_days)):
        return None
    written = weekly.to_osm(week)
    kept = bool(written) == bool(osm) and weekly.from_osm(written) == week
    return week if kept else None


def _typed_span(key: str, span: weekly.Span) -> dict[str, str]:
    typed = {f"{key}-start": f"{span.start:%H:%M}", f"{key}-end": f"{span.end:%H:%M}"}
    if span.weeks:
        typed[f"{key}-weeks"] = span.weeks
    if span.appointment:
        typed[f"{key}-appointment"] = "1"
    return typed


def _days(spans: dict[str, str], table: str) -> weekly.Days:
    return tuple(_stretches(spans, table, day) for day in range(7))


def _stretches(spans: dict[str, str], table: str, day: int) -> tuple[weekly.Span, ...]:
    found = []
    for rank in range(SPANS):
        key = f"{table}-{day}-{rank}"
        start, end = spans.get(f"{key}-start", ""), spans.get(f"{key}-end", "")
        if not start and not end:
            continue
        try:
            times = dt.time.fromisoformat(start), dt.time.fromisoformat(end)
        except ValueError as error:
            names = dates.words("fr").weekdays
            message = gettext("%(day)s: give both an opening and a closing time.")
            raise ValidationError(message % {"day": names[day].capitalize()}) from error
        appointment = bool(spans.get(f"{key}-appointment"))
        found.append(weekly.Span(*times, spans.get(f"{key}-weeks", ""), appointment))
    return tuple(sorted(found))


def _table(name: str, typed: Typed, table: str) -> list[dict[str, Any]]:
    labels = dates.words("fr").weekdays
    return [
        {
            "label": labels[day],
            "spans": [
                _cells(name, typed["spans"], f"{table}-{day}-{rank}") for rank in range(SPANS)
            ],
        }
        for day in range(7)
    ]


def _cells(name: str, spans: dict[str, str], key: str) -> dict[str, str]:
    cells = {
        part: spans.get(f"{key}-{part}", "") for part in ("start", "end", "weeks", "appointment")
    }
    return {"name": f"{name}-{key}", **cells}


def _holidays(name: str, chosen: str, *, other: bool) -> dict[str, Any]:
    options = [
        (weekly.UNSTATED, _("Not known: « maybe closed » is shown")),
        (weekly.CLOSED, _("Closed")),
        (weekly.SAME, _("Same hours")),
    ]
    if other:
        options.append((weekly.OTHER, _("Other hours (second table)")))
    return {
        "name": name,
        "options": [
            {"value": value, "label": label, "selected": value == (chosen or weekly.UNSTATED)}
            for value, label in options
        ],
    }
