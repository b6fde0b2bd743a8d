"""What the page of a place shows, in words, in the reader's language."""

import datetime as dt
from typing import Any

from django.utils.translation import get_language, gettext

from mediation import choices, opening_hours
from mediation.directory import soon
from mediation.directory.cards import hours_now, phone_fact
from mediation.models.place_questions import STALE_AFTER
from mediation.models.places import PlacePage, in_school_holidays
from mediation.opening_hours import words
from portal import dates, territory


def about(page: PlacePage, moment: dt.datetime) -> dict[str, Any]:
    """Words of the page, facts of its French original, at a local moment."""
    place, now = page.original, moment.replace(tzinfo=None)
    state = place.state(now)
    return {
        "place": place,
        "hours_now": hours_now(state, now, place.phone),
        "week": week(place, now.date()),
        "hour_notes": hour_notes(place),
        "closures": closures(place),
        "contact": contact(place),
        "help": ticked(place, "services", choices.SERVICES),
        "sections": [section for section in sections(place) if section["labels"]],
        "trust": trust(place),
        "stale": is_stale(place, now.date()),
        "dates": soon.at_place(place, language()),
        "photos": [photo.image for photo in place.photos.select_related("image")],
        "commune_url": _commune_url(page),
    }


def week(place: PlacePage, today: dt.date) -> list[tuple[str, str]]:
    """(day, hours) of an ordinary week, or of the next seven days when no week is ordinary."""
    known = opening_hours.from_osm(place.opening_hours)
    if known is None:
        rows = words.rows_from(place.opening_hours, today, place.exceptions(), in_school_holidays)
        return [(dates.day_in_words(day, language()), hours) for day, hours in rows]
    return words.weekly_rows(known) if any(known.days) else []


def hour_notes(place: PlacePage) -> list[str]:
    known = opening_hours.from_osm(place.opening_hours)
    return words.holiday_notes(known) if known and any(known.days) else []


def closures(place: PlacePage) -> list[str]:
    """« Fermé du 24 au 26 décembre 2026 : congés »."""
    return [_closure(each) for each in place.exceptions()]


def contact(place: PlacePage) -> list[dict[str, str]]:
    """Address, telephone, e-mail, sites: each a link that works at once."""
    commune = territory.commune(place.commune)
    town = f"{place.postcode} {commune.name(language())}".strip() if commune else place.postcode
    address = ", ".join(part for part in (place.street, place.street_extra, town) if part)
    facts = [{"term": gettext("Address"), "text": address, "icon": "pin"}]
    if place.phone:
        facts.append(phone_fact(place.phone))
    for email in filter(None, place.emails.split("|")):
        facts.append(_fact(gettext("E-mail"), email, "mail", f"mailto:{email}"))
    for site in filter(None, place.websites.split("|")):
        facts.append(_fact(gettext("Web site"), site.split("://")[-1].strip("/"), "share", site))
    if place.booking_url:
        facts.append(
            _fact(gettext("Appointment"), gettext("Book online"), "calendar", place.booking_url)
        )
    return facts


def sections(place: PlacePage) -> list[dict[str, Any]]:
    """The other boxes that are ticked, each with its title."""
    return [
        _section(gettext("Kind of place"), kinds(place)),
        _section(gettext("Forms of help"), ticked(place, "ways", choices.WAYS)),
        _section(gettext("How to ask"), ticked(place, "contacts", choices.CONTACTS)),
        _section(gettext("Cost"), ticked(place, "fees", choices.FEES)),
        _section(gettext("For whom"), ticked(place, "audiences", choices.AUDIENCES)),
        _section(gettext("Special needs welcome"), ticked(place, "needs", choices.NEEDS)),
        _section(gettext("Equipment"), ticked(place, "equipment", choices.EQUIPMENT)),
        _section(gettext("Wi-Fi reached from outside"), outside_wifi(place.wifi_outside)),
        _section(gettext("Accessibility"), ticked(place, "access", choices.ACCESS)),
        _section(gettext("Languages"), ticked(place, "languages", choices.LANGUAGES)),
        _section(gettext("National programmes"), ticked(place, "programmes", choices.PROGRAMMES)),
        _section(gettext("Labels"), labels(place)),
        _section(gettext("Part of"), plain(place.parent_structure)),
    ]


def kinds(place: PlacePage) -> list[dict[str, Any]]:
    """What it is: a place that does not travel needs not say so."""
    travels = ticked(place, "mobility", choices.MOBILITY) if "itinerant" in place.mobility else []
    return [
        *ticked(place, "kinds", choices.KINDS),
        *travels,
        *ticked(place, "setting", choices.SETTINGS),
        *ticked(place, "purposes", choices.PURPOSES),
    ]


def labels(place: PlacePage) -> list[dict[str, Any]]:
    return [*ticked(place, "labels", choices.LABELS), *plain(place.other_labels)]


def plain(listed: str) -> list[dict[str, str]]:
    return [{"label": each} for each in listed.split("|") if each]


def outside_wifi(hours: str) -> list[dict[str, str]]:
    """« à toute heure », or each day that has hours."""
    if hours == "24/7":
        return [{"label": gettext("at any hour")}]
    known = opening_hours.from_osm(hours)
    if known is None:
        return [{"label": hours}]
    rows = zip(words.weekly_rows(known), known.days, strict=True)
    return [{"label": f"{day} : {told}"} for (day, told), spans in rows if spans]


def ticked(place: PlacePage, name: str, among: choices.Choices) -> list[dict[str, Any]]:
    codes = set(getattr(place, name))
    return [{"label": each.label, "icon": each.icon} for each in among if each.code in codes]


def trust(place: PlacePage) -> str:
    """« Confirmé le 3 mars 2026 par la mairie », or where the facts come from and of when."""
    if place.confirmed_on:
        values = {
            "day": dates.the_day(place.confirmed_on, language(), year=True),
            "who": place.confirmed_by,
        }
        if place.confirmed_by:
            return gettext("Confirmed on %(day)s by: %(who)s.") % values
        return gettext("Confirmed on %(day)s.") % values
    if place.updated_on:
        values = {
            "source": place.source,
            "day": dates.month_in_words(place.updated_on, language()),
        }
        return gettext("Source: %(source)s, %(day)s. Not confirmed since.") % values
    return gettext("Nobody has confirmed these facts yet.")


def is_stale(place: PlacePage, today: dt.date) -> bool:
    return place.confirmed_on is None or place.confirmed_on < today - STALE_AFTER


def _commune_url(page: PlacePage) -> str:
    """The page of the commune, in the directory that this page stands in."""
    index, commune = page.get_parent().localized.specific, territory.commune(page.original.commune)
    return index.commune_url(commune) if commune and hasattr(index, "commune_url") else ""


def language() -> str:
    return (get_language() or "fr")[:2]


def _closure(each: opening_hours.Exceptional) -> str:
    period = dates.period_in_words(each.first, each.last, language())
    if each.hours:
        start, end = each.hours[0]
        said = gettext("Open: %(period)s, %(hours)s") % {
            "period": period,
            "hours": dates.hours_in_words(start, end, language()),
        }
    else:
        said = gettext("Closed: %(period)s") % {"period": period}
    return f"{said} ({each.message})" if each.message else said


def _fact(term: str, text: str, icon: str, url: str) -> dict[str, str]:
    return {"term": term, "text": text, "icon": icon, "url": url}


def _section(title: str, labels: list[dict[str, Any]]) -> dict[str, Any]:
    return {"title": title, "labels": labels}
