"""The editor's form of a rhythm: a sentence with holes, its exact dates shown before saving."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal import dates
from portal.schedule import ScheduleError, from_dict, known_school_holidays, to_dict

Typed = dict[str, Any]
REPEATS = (
    ("", _("Once, or on the days below")),
    ("weekly", _("Every week")),
    ("monthly_weekday", _("Every month, on a day of the week")),
    ("monthly_day", _("Every month, on a day of the month")),
    ("daily", _("Every day")),
)
NTH = ((1, _("first")), (2, _("second")), (3, _("third")), (4, _("fourth")), (-1, _("last")))
PLAIN = ("start", "starts", "ends", "days", "frequency", "every", "nth", "month_day", "until")
LISTS = ("struck", "moved", "added")
BOXES = ("skip_school_holidays", "skip_public_holidays")
# « 2026-03-10 → 2026-03-11 15:00-17:00 », the arrow and the hours as one likes.
_EXTRA = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)(?:[ T]+(?P<starts>\d\d:\d\d)(?:\s*[-–à]\s*(?P<ends>\d\d:\d\d))?)?"
)
_ARROW = re.compile(r"\s*(?:→|->|=>|>)\s*")


class ScheduleWidget(forms.Widget):
    """The holes of the sentence; the list of dates comes below by itself when there is script."""

    template_name = "mediation/widgets/schedule.html"

    class Media:
        js = ["js/schedule.js"]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        typed = value if isinstance(value, dict) else {}
        typed = typed if "frequency" in typed else typed_from(typed)
        context = super().get_context(name, "", attrs)
        context["typed"] = typed
        context["repeats"] = REPEATS
        context["nths"] = NTH
        context["weekdays"] = list(enumerate(dates.FRENCH.weekdays))
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Typed:
        typed: Typed = {key: str(data.get(f"{name}-{key}", "")).strip() for key in (*PLAIN, *LISTS)}
        typed |= {key: bool(data.get(f"{name}-{key}")) for key in BOXES}
        getlist = getattr(data, "getlist", lambda key: data.get(key, []))
        typed["weekdays"] = [
            int(day) for day in getlist(f"{name}-weekdays") if day in set("0123456")
        ]
        return typed

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return f"{name}-start" not in data

    def id_for_label(self, id_: str) -> str:
        return ""


class ScheduleFormField(forms.Field):
    """Gives the JSON object of portal.schedule.stored; its errors are sentences."""

    widget = ScheduleWidget

    def to_python(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, dict) or "frequency" not in value:
            return value or {}
        if not value["start"]:
            return {}
        try:
            return to_dict(from_dict(stored_from(value)))
        except ScheduleError as error:
            raise ValidationError(error.message) from error

    def validate(self, value: dict[str, Any]) -> None:
        if not value:
            if self.required:
                raise ValidationError(_("When? Please give the first day."))
            return
        try:
            from_dict(value).dates(known_school_holidays())
        except ScheduleError as error:
            raise ValidationError(error.message) from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(data) != (initial or {})
        except ValidationError:
            return True


class ScheduleField(models.JSONField):
    """A rhythm, as portal.schedule.from_dict reads it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"default": dict, "blank": True, **kwargs})

    def formfield(self, **kwargs):
        return ScheduleFormField(required=True, label=self.verbose_name, help_text=self.help_text)


def typed_from(stored: Mapping[str, Any]) -> Typed:
    """What the form shows of a stored rhythm."""
    rule = stored.get("rule") or {}
    moved = [f"{one['from']} → {_said(one)}" for one in stored.get("moved", [])]
    return {
        **{key: stored.get(key, "") for key in ("start", "starts", "ends")},
        **{key: rule.get(key, "") for key in ("frequency", "until", "month_day")},
        "days": stored.get("days", 1),
        "every": rule.get("every", 1),
        "nth": rule.get("nth", 1),
        "weekdays": rule.get("weekdays", []),
        **{key: bool(stored.get(key)) for key in BOXES},
        "struck": "\n".join(stored.get("struck", [])),
        "moved": "\n".join(moved),
        "added": "\n".join(map(_said, stored.get("added", []))),
    }


def stored_from(typed: Typed) -> dict[str, Any]:
    """The JSON object of what was typed. Raises ScheduleError naming the line it cannot read."""
    stored: dict[str, Any] = {key: typed[key] for key in ("start", "starts", "ends", "days")}
    stored |= {key: typed[key] for key in BOXES}
    if typed["frequency"]:
        rule = {key: typed[key] for key in ("frequency", "every", "nth", "month_day", "until")}
        stored["rule"] = rule | {"weekdays": typed["weekdays"] or _weekday_of(typed["start"])}
    stored["struck"] = [_day(line) for line in _lines(typed["struck"])]
    stored["added"] = [_extra(line) for line in _lines(typed["added"])]
    stored["moved"] = [_move(line) for line in _lines(typed["moved"])]
    return stored


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.replace(",", "\n").splitlines() if line.strip()]


def _day(line: str) -> str:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", line):
        raise _unread(line)
    return line


def _extra(line: str) -> dict[str, str]:
    found = _EXTRA.fullmatch(line)
    if not found:
        raise _unread(line)
    return {name: text for name, text in found.groupdict().items() if text}


def _move(line: str) -> dict[str, str]:
    parts = _ARROW.split(line)
    if len(parts) != 2:
        raise _unread(line)
    return {"from": _day(parts[0]), **_extra(parts[1])}


def _said(extra: Mapping[str, str]) -> str:
    hours = "-".join(extra[name] for name in ("starts", "ends") if extra.get(name))
    return f"{extra['day']} {hours}".strip()


def _weekday_of(day: str) -> list[int]:
    """Without a weekday ticked, that of the first day."""
    try:
        return [dt.date.fromisoformat(day).weekday()]
    except ValueError:
        return []


def _unread(line: str) -> ScheduleError:
    return ScheduleError(_("This line cannot be read: %(line)s") % {"line": line[:60]})
