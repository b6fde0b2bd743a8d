"""Hours said as a person at the desk would say them, in the active language."""

import datetime as dt
from collections.abc import Callable, Sequence

from django.utils.translation import get_language, gettext

from mediation.opening_hours import osm as syntax
from mediation.opening_hours.state import Exceptional, Interval, SchoolHolidays, State, on_day
from mediation.opening_hours.week import Span, Week
from portal import dates


def sentence(state: State, now: dt.datetime) -> str:
    """« Ouvert maintenant, ferme à 17 h 30 », « Ouvre mardi à 9 h »; `now` local and naive."""
    return _SENTENCES[state.key](state, now)


def short(state: State) -> str:
    """One or two words for a badge: « Ouvert », « Fermé », « À vérifier »."""
    names = {
        "open": gettext("Open"),
        "closed": gettext("Closed"),
        "maybe": gettext("To be checked"),
        "unknown": gettext("Hours unknown"),
    }
    return names[state.kind]


def weekly_rows(week: Week) -> list[tuple[str, str]]:
    """(day, hours) from Monday to Sunday: « lundi », « 9 h à 12 h, 14 h à 17 h » or « fermé »."""
    return [
        (dates.words(_language()).weekdays[number], _spans(spans))
        for number, spans in enumerate(week.days)
    ]


def rows_from(
    osm: str,
    first: dt.date,
    exceptions: Sequence[Exceptional] = (),
    school_holidays: SchoolHolidays = (),
) -> list[tuple[dt.date, str]]:
    """(date, hours) of the seven days from `first`, exceptions and holidays counted in."""
    days = [first + dt.timedelta(days=offset) for offset in range(7)]
    return [(day, _stretches(on_day(osm, day, exceptions, school_holidays))) for day in days]


def holiday_notes(week: Week) -> list[str]:
    """What the weekly table cannot show: school and public holidays."""
    notes = {
        ("school", "closed"): gettext("Closed during school holidays."),
        ("school", "same"): gettext("Same hours during school holidays."),
        ("school", "other"): gettext("Other hours during school holidays."),
        ("public", "closed"): gettext("Closed on public holidays."),
        ("public", "same"): gettext("Same hours on public holidays."),
    }
    stated = (("school", week.school), ("public", week.public))
    return [notes[each] for each in stated if each in notes]


def comment(text: str) -> str:
    """The comment of a rule; « sur rendez-vous » in the reader's language."""
    return gettext("by appointment") if text == syntax.APPOINTMENT else text


def _spans(spans: Sequence[Span]) -> str:
    said = [_span(span) for span in sorted(spans)]
    return ", ".join(said) or gettext("closed")


def _span(span: Span) -> str:
    weeks = {"odd": gettext("odd weeks"), "even": gettext("even weeks")}
    notes = [weeks.get(span.weeks, ""), gettext("by appointment") if span.appointment else ""]
    said = [note for note in notes if note]
    hours = dates.hours_in_words(span.start, span.end, _language())
    return f"{hours} ({', '.join(said)})" if said else hours


def _stretches(stretches: Sequence[Interval]) -> str:
    said = []
    for each in stretches:
        hours = dates.hours_in_words(each.start, each.end, _language())
        notes = [_DOUBTS[each.doubt]()] if each.doubt else []
        notes += [comment(each.comment)] if each.comment else []
        said.append(f"{hours} ({', '.join(notes)})" if notes else hours)
    return ", ".join(said) or gettext("closed")


def _open(state: State, now: dt.datetime) -> str:
    said = gettext("Open now, closes at %(time)s") % {"time": _time(state, now)}
    return f"{said} ({comment(state.note)})" if state.note else said


def _opens(state: State, now: dt.datetime) -> str:
    said = gettext("Closed now, opens at %(time)s") % {"time": _time(state, now)}
    if state.until and state.until.date() != now.date():
        values = {"day": _day(state.until.date(), now.date()), "time": _clock(state.until)}
        said = gettext("Opens %(day)s at %(time)s") % values
    return f"{said} ({comment(state.note)})" if state.note else said


def _exception(state: State, now: dt.datetime) -> str:
    said = gettext("Closed: %(reason)s") % {"reason": state.note} if state.note else ""
    said = said or gettext("Exceptionally closed")
    if state.until is None:
        return said
    values = {"day": _day(state.until.date(), now.date()), "time": _clock(state.until)}
    return f"{said}. {gettext('Opens %(day)s at %(time)s') % values}"


def _maybe(state: State, now: dt.datetime) -> str:
    reason = _DOUBTS[state.key.removeprefix("maybe_")]()
    if state.key == "maybe_stated" and state.note:
        reason = comment(state.note)
    return gettext("Maybe closed: %(reason)s") % {"reason": reason}


def _time(state: State, now: dt.datetime) -> str:
    """« 17 h 30 », or « 7 h demain » for a place that stays open past midnight."""
    assert state.until is not None
    said = _clock(state.until)
    overnight = state.until.date() != now.date() and state.until.hour
    return f"{said} ({_day(state.until.date(), now.date())})" if overnight else said


def _day(day: dt.date, today: dt.date) -> str:
    """« demain », « mardi » within a week, « le mardi 6 janvier » beyond."""
    near = dates.relative_day(day, today, _language())
    if near:
        return near
    if (day - today).days < 7:
        said = dates.words(_language())
        french = _language() != "br"
        return (said.weekdays if french else said.on_weekdays)[day.weekday()]
    return dates.on_day(day, _language())


def _clock(moment: dt.datetime) -> str:
    return dates.time_in_words(moment, _language())


def _language() -> str:
    return (get_language() or "fr")[:2]


_DOUBTS: dict[str, Callable[[], str]] = {
    "school": lambda: gettext("school holidays"),
    "public": lambda: gettext("public holiday"),
    "stated": lambda: gettext("call first"),
}
_SENTENCES: dict[str, Callable[[State, dt.datetime], str]] = {
    "open": _open,
    "always": lambda state, now: gettext("Always open"),
    "opens": _opens,
    "closed": lambda state, now: gettext("Closed"),
    "exception": _exception,
    "unknown": lambda state, now: gettext("Hours unknown: call first"),
    "maybe_school": _maybe,
    "maybe_public": _maybe,
    "maybe_stated": _maybe,
}
