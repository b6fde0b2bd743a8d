"""What is special about a dated page, as facts with a drawing (templates/components/facts.html)."""

from typing import Any

from django.utils.translation import gettext as _

from events.search.choices import FORMATS, LEVELS
from events.search.series import Series
from events.search.snapshot import Snapshot
from mediation.session_choices import ACCESS, LANGUAGES
from portal import dates
from portal.templatetags.look import tel

Fact = dict[str, Any]


def facts_of(series: Series, calendar: Snapshot, language: str, place_url: str = "") -> list[Fact]:
    """Where, for whom, at which level, how much, how to come; what is not known is not said."""
    words = calendar.vocabulary(language)
    audiences = [words["audience"][slug] for slug in series.audiences if slug in words["audience"]]
    facts = [
        *_where(series, words["place"].get(series.place), place_url),
        _fact(_("Kind of session"), FORMATS.get(series.format, ""), "talk"),
        _fact(_("For whom"), _listed(audiences, language), "people"),
        _fact(_("Level"), LEVELS.get(series.level, ""), "star"),
        _fact(_("Language"), _languages(series, language), "language"),
        *(_fact(_("Accessibility"), one.label, one.icon) for one in ACCESS.chosen(series.access)),
        _fact(_("Equipment"), _("Equipment lent") if series.lent else "", "computer"),
        _fact(_("Price"), _("Free of charge") if series.free else series.price, "euro-free"),
        _fact(_("Organised by"), series.organizer, "home"),
        _fact(_("Telephone"), series.phone, "phone", tel(series.phone) if series.phone else ""),
    ]
    return [fact for fact in facts if fact["text"]]


def _where(series: Series, place: str | None, place_url: str) -> list[Fact]:
    name, street, postcode, town = series.venue
    name = place or name
    lines = ", ".join(part for part in (name, street, f"{postcode} {town}".strip()) if part)
    return [
        _fact(_("Place"), lines, "pin", place_url),
        _fact(_("Online"), _("Online") if series.online else "", "wifi", series.online_url),
    ]


def _languages(series: Series, language: str) -> str:
    """What is spoken; that it is French alone goes without saying."""
    named = [str(label) for label in LANGUAGES.labels(series.languages)]
    return _listed(named, language) if set(series.languages) - {"fr"} else ""


def _listed(labels: list[str], language: str) -> str:
    """« Familles et tout le monde »: one capital; abbreviations keep theirs."""
    later = [one if one[:2].isupper() else one[:1].lower() + one[1:] for one in labels[1:]]
    return dates.joined([*labels[:1], *later], language)


def _fact(term: str, text: Any, icon: str, url: str = "") -> Fact:
    fact = {"term": term, "text": text, "icon": icon}
    return fact | {"url": url} if url else fact
