"""What a booked person must know of a date: what, when, where, how to come, whom to phone."""

import datetime as dt

from django.conf import settings
from django.utils.translation import get_language

from events.feeds.ical import one_date
from events.feeds.rows import Feed, FeedRow, Said, State, Venue
from events.feeds.source import host
from events.models import Occurrence
from mediation.models import DatedPage
from portal import dates, territory
from portal.schedule import ZONE
from portal.telephones import spoken


def about_date(occurrence: Occurrence) -> dict[str, str]:
    """title, date, place, how_to_come, phone, url: in the active language, French where missing."""
    page = occurrence.page.specific
    place = occurrence.place.localized if occurrence.place_id else None
    return {
        "title": page.localized.title,
        "date": date_in_words(occurrence),
        "place": venue_of(occurrence, page).in_one_line(),
        "how_to_come": place.coming if place else "",
        "phone": spoken(page.phone or (occurrence.place.phone if place else "")),
        "url": f"{settings.BASE_URL}{page.localized.url or ''}{occurrence.slug}/",
    }


def date_in_words(occurrence: Occurrence) -> str:
    """« mardi 24 novembre 2026, 14 h à 16 h »."""
    start, end, language = occurrence.local_start, occurrence.local_end, get_language() or "fr"
    return dates.date_in_words(start, end, language, all_day=occurrence.all_day)


def reason_of(occurrence: Occurrence) -> str:
    """Why the date is cancelled or moved: in the active language, French where missing."""
    return (occurrence.reason_br if get_language() == "br" else "") or occurrence.reason


def moment_in_words(moment: dt.datetime) -> str:
    """« mardi 24 novembre, 18 h »."""
    return dates.moment_in_words(moment.astimezone(ZONE), get_language() or "fr")


def venue_of(occurrence: Occurrence, page: DatedPage) -> Venue:
    """The place of a date, or the address its page gives."""
    place = occurrence.place if occurrence.place_id else None
    commune = territory.commune(occurrence.commune)
    town = commune.name(get_language() or "fr") if commune else page.venue_town
    if place:
        return Venue(place.localized.title, place.street, place.postcode, town)
    return Venue(page.venue_name, page.venue_street, page.venue_postcode, town)


def calendar_of(occurrence: Occurrence) -> str:
    """The date as the text of an .ics file."""
    page, about = occurrence.page.specific, about_date(occurrence)
    row = FeedRow(
        series=str(occurrence.series),
        key=occurrence.key,
        said={"fr": Said(about["title"], about["url"])},
        start=occurrence.starts_at,
        end=occurrence.ends_at,
        planned=occurrence.planned_at,
        all_day=occurrence.all_day,
        state=_state_for_who_booked(occurrence),
        reason=reason_of(occurrence),
        sequence=occurrence.sequence,
        url=about["url"],
        venue=venue_of(occurrence, page),
        phone=about["phone"],
        changed=occurrence.changed_at,
    )
    feed = Feed(about["title"], about["url"], about["url"], get_language() or "fr", host(), [row])
    return one_date(feed).decode()


def _state_for_who_booked(occurrence: Occurrence) -> State:
    """A date that is full takes place: whoever has a seat need not read that it is."""
    match occurrence.state:
        case "cancelled" | "moved" as changed:
            return changed
    return "scheduled"
