"""Open or closed: the truth at a moment, and its words."""

import datetime as dt

import pytest

from mediation.opening_hours import Exceptional, Kind, is_open, state_at
from mediation.opening_hours.state import PARIS

HOURS = "Mo-Fr 09:00-12:00,13:30-17:30; SH off; PH off"
TUESDAY = dt.date(2026, 11, 24)
TOUSSAINT = ((dt.date(2026, 10, 17), dt.date(2026, 11, 1)),)


def at(hour, minute=0, day=TUESDAY):
    return dt.datetime.combine(day, dt.time(hour, minute))


def test_open_until_the_end_of_the_morning():
    state = state_at(HOURS, at(10))
    assert (state.kind, state.until, state.key) == (Kind.OPEN, at(12), "open")


def test_closed_for_lunch_and_opens_again():
    state = state_at(HOURS, at(12))
    assert (state.kind, state.until, state.key) == (Kind.CLOSED, at(13, 30), "opens")


def test_a_moment_with_a_zone_is_read_in_local_time():
    assert state_at(HOURS, dt.datetime(2026, 11, 24, 8, 30, tzinfo=dt.UTC)).kind == Kind.OPEN
    assert state_at(HOURS, at(8, 30).replace(tzinfo=PARIS)).kind == Kind.CLOSED


def test_the_next_opening_jumps_over_the_weekend_and_the_holiday():
    friday = at(18, day=dt.date(2027, 4, 30))  # Saturday 1 May is a holiday anyway
    assert state_at(HOURS, friday).until == at(9, day=dt.date(2027, 5, 3))
    before_armistice = at(18, day=dt.date(2026, 11, 10))
    assert state_at(HOURS, before_armistice).until == at(9, day=dt.date(2026, 11, 12))


def test_hours_that_close_in_school_holidays_are_closed():
    state = state_at(HOURS, at(10, day=dt.date(2026, 10, 20)), (), TOUSSAINT)
    assert state.kind == Kind.CLOSED and state.until == at(9, day=dt.date(2026, 11, 2))


def test_hours_silent_about_holidays_are_doubtful():
    silent = "Mo-Fr 09:00-12:00"
    school = state_at(silent, at(10, day=dt.date(2026, 10, 20)), (), TOUSSAINT)
    public = state_at(silent, at(10, day=dt.date(2026, 11, 11)))
    assert (school.kind, school.key) == (Kind.MAYBE, "maybe_school")
    assert (public.kind, public.key) == (Kind.MAYBE, "maybe_public")


def test_other_hours_in_school_holidays_are_followed():
    osm = "Mo-Fr 09:00-18:00; SH off; SH Tu 14:00-16:00"
    tuesday = dt.date(2026, 10, 20)
    assert not is_open(osm, at(10, day=tuesday), (), TOUSSAINT)
    assert is_open(osm, at(15, day=tuesday), (), TOUSSAINT)


def test_school_holidays_may_be_a_question():
    assert not is_open(HOURS, at(10), (), lambda day: day == TUESDAY)


def test_odd_weeks_only():
    osm = "week 1-53/2 Tu 09:00-12:00"
    assert is_open(osm, at(10, day=dt.date(2026, 11, 17)))  # ISO week 47
    assert not is_open(osm, at(10))  # ISO week 48


def test_a_later_rule_overrides_an_earlier_one():
    osm = "Mo-Fr 09:00-12:00,13:30-17:30; We 09:00-12:00"
    assert not is_open(osm, at(15, day=dt.date(2026, 11, 25)))


def test_a_dated_closure_speaks_and_says_when_it_ends():
    closure = Exceptional(TUESDAY, dt.date(2026, 11, 27), message="travaux")
    state = state_at(HOURS, at(10), [closure])
    assert (state.kind, state.key, state.note) == (Kind.CLOSED, "exception", "travaux")
    assert state.until == at(9, day=dt.date(2026, 11, 30))


def test_a_dated_opening_wins_over_a_closure_of_many_days():
    closure = Exceptional(TUESDAY, dt.date(2026, 11, 27))
    opening = Exceptional(TUESDAY, TUESDAY, ((dt.time(14), dt.time(18)),), "portes ouvertes")
    state = state_at(HOURS, at(15), [closure, opening])
    assert (state.kind, state.until, state.note) == (Kind.OPEN, at(18), "portes ouvertes")


def test_by_appointment_is_said():
    assert state_at('Tu 09:00-12:00 "sur rendez-vous"', at(10)).note == "sur rendez-vous"


def test_open_past_midnight():
    osm = "Tu 20:00-02:00"
    assert state_at(osm, at(23)).until == at(2, day=dt.date(2026, 11, 25))
    assert is_open(osm, at(1, day=dt.date(2026, 11, 25)))


@pytest.mark.parametrize(
    ("osm", "key"), [("24/7", "always"), ("", "unknown"), ("off", "closed"), ("???", "closed")]
)
def test_the_ends_of_the_scale(osm, key):
    assert state_at(osm, at(10)).key == key
