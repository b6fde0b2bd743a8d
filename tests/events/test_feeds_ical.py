"""The iCalendar feed as independent readers understand it."""

import dataclasses
import datetime as dt
import re

import icalendar
import ics
import pytest
import recurring_ical_events
import vobject
from hypothesis import given
from hypothesis import strategies as st

from events.feeds.ical import one_date, to_ical
from events.feeds.pattern import find_pattern
from portal.schedule import ZONE
from tests.events.feed_examples import a_feed, a_row, at, tuesdays

ALL = (dt.date(2018, 1, 1), dt.date(2032, 1, 1))


def dates_read(text: bytes) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(text)
    return recurring_ical_events.of(calendar, keep_recurrence_attributes=True).between(*ALL)


def starts_read(text: bytes) -> list[dt.datetime]:
    return sorted(event["dtstart"].dt for event in dates_read(text))


def events(text: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(text).walk("VEVENT"))


def test_a_series_is_one_entry_and_gives_all_its_dates_at_the_same_local_hour():
    rows = tuesdays(30)
    text = to_ical(a_feed(*rows))
    assert len(events(text)) == 1
    assert starts_read(text) == [row.start for row in rows]
    assert {start.hour for start in starts_read(text)} == {14}


def test_holes_of_a_series_are_left_out():
    rows = tuesdays(20)
    kept = rows[:5] + rows[7:]
    assert starts_read(to_ical(a_feed(*kept))) == [row.start for row in kept]


def test_a_cancelled_date_stays_in_the_feed_under_the_same_uid():
    rows = tuesdays(5)
    rows[2] = dataclasses.replace(rows[2], state="cancelled", reason="Grève", sequence=1)
    text = to_ical(a_feed(*rows))
    master, gone = events(text)
    assert gone["uid"] == master["uid"]
    assert gone["status"] == "CANCELLED"
    assert gone["sequence"] == 1
    assert gone["recurrence-id"].dt == rows[2].start
    assert "Grève" in gone["description"]
    assert "exdate" not in master
    read = {event["dtstart"].dt: event.get("status") for event in dates_read(text)}
    assert read[rows[2].start] == "CANCELLED"
    assert len(read) == 5


def test_a_moved_date_replaces_the_planned_one():
    rows = tuesdays(5)
    later = at("2026-10-21T10:00")
    rows[2] = dataclasses.replace(
        rows[2], state="moved", start=later, end=later + dt.timedelta(hours=2), sequence=1
    )
    text = to_ical(a_feed(*rows))
    assert starts_read(text) == sorted(row.start for row in rows)
    moved = events(text)[1]
    assert moved["recurrence-id"].dt == rows[2].planned


def test_a_whole_day_moved_to_hours_replaces_the_day_of_its_series():
    rows = tuesdays(5, "2026-10-06T00:00", hours=24, all_day=True)
    start, end = at("2026-10-21T10:00"), at("2026-10-21T12:00")
    rows[2] = dataclasses.replace(rows[2], state="moved", start=start, end=end, all_day=False)
    text = to_ical(a_feed(*rows))
    _master, moved = events(text)
    assert moved["recurrence-id"].dt == dt.date(2026, 10, 20)
    assert moved["dtstart"].dt == start
    assert len(dates_read(text)) == 5


def test_whole_days_end_the_day_after():
    row = a_row("2026-11-19T00:00", hours=7 * 24, all_day=True)
    (event,) = events(to_ical(a_feed(row)))
    assert event["dtstart"].dt == dt.date(2026, 11, 19)
    assert event["dtend"].dt == dt.date(2026, 11, 26)


def test_an_open_end_has_no_end():
    (event,) = events(to_ical(a_feed(a_row("2026-11-19T18:00", hours=None))))
    assert "dtend" not in event


@pytest.mark.parametrize(
    ("language", "kind", "access"),
    [("fr", "Atelier", "Boucle"), ("br", "Atalier", "Boukl")],
)
def test_no_code_of_a_facet_is_read_in_a_calendar(language, kind, access):
    row = a_row("2026-11-19T18:00", access=("wheelchair", "loop"), format="workshop")
    (event,) = events(to_ical(a_feed(row, language=language)))
    assert kind in event["categories"].cats
    assert access in event["description"]
    assert not {"wheelchair", "loop", "workshop"} & set(re.findall(r"\w+", str(event)))


def test_no_location_is_no_line():
    text = to_ical(a_feed(a_row("2026-11-19T18:00", venue=None, online=True)))
    assert b"LOCATION" not in text
    assert b"None" not in text


def test_one_date_alone_has_a_uid_of_its_own():
    row = tuesdays(2)[1]
    (event,) = events(one_date(a_feed(row)))
    assert event["uid"] == f"{row.series}-{row.key}@portail.test"
    assert "recurrence-id" not in event


def test_lines_are_folded_at_75_octets_and_nothing_is_invented():
    row = a_row("2026-11-19T18:00", reason="été " * 80)
    text = to_ical(a_feed(row, *tuesdays(5)))
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    assert b"\nMETHOD" not in text
    assert text.count(b"BEGIN:VTIMEZONE") == 1


def test_the_same_rows_give_the_same_bytes():
    assert to_ical(a_feed(*tuesdays(5))) == to_ical(a_feed(*tuesdays(5)))


def test_four_independent_readers_accept_the_feed():
    rows = tuesdays(5)
    rows[1] = dataclasses.replace(rows[1], state="cancelled", reason="Grève; annulé, désolés")
    other = a_row("2026-11-19T00:00", series="expo", hours=72, all_day=True)
    text = to_ical(a_feed(*rows, other))
    parsed = icalendar.Calendar.from_ical(text)
    assert not [error for part in parsed.walk() for error in part.errors]
    assert len(dates_read(text)) == 6
    assert len(vobject.readOne(text.decode()).vevent_list) == 3
    assert ics.Calendar(text.decode()).events


@pytest.mark.parametrize("language", ["fr", "br"])
def test_words_missing_in_a_language_are_marked(language):
    (event,) = events(to_ical(a_feed(a_row("2026-11-19T18:00"), language=language)))
    assert event["summary"].params["language"] == "fr"


days = st.dates(dt.date(2024, 1, 1), dt.date(2027, 12, 31))
hours = st.sampled_from([dt.time(9), dt.time(14), dt.time(14, 30)])


@given(st.lists(st.tuples(days, hours), min_size=1, max_size=12, unique=True))
def test_any_list_of_dates_survives_the_feed(moments):
    rows = [a_row(f"{day}T{hour}") for day, hour in moments]
    assert starts_read(to_ical(a_feed(*rows))) == sorted(row.start for row in rows)


@given(days, st.integers(1, 4), st.sets(st.integers(0, 20), min_size=2))
def test_a_regular_list_becomes_a_rule(first, every, weeks):
    moments = [
        dt.datetime.combine(first + dt.timedelta(weeks=every * week), dt.time(14), tzinfo=ZONE)
        for week in weeks
    ]
    pattern = find_pattern(moments)
    assert not pattern.others or pattern.rule is None
    if len(weeks) == 21:
        assert pattern.rule["INTERVAL"] == every
        assert not pattern.holes
