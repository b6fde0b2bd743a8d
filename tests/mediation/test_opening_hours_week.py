"""The weekly form and the expression it stands for."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mediation.opening_hours import (
    Span,
    Week,
    for_national_map,
    from_national_map,
    from_osm,
    problems,
    repaired,
    to_osm,
)

T = dt.time
MORNING, AFTERNOON = Span(T(9), T(12)), Span(T(14), T(17, 30))


def test_days_alike_share_a_rule():
    days = ((MORNING, AFTERNOON),) * 4 + ((MORNING,), (), ())
    week = Week(days, "closed", "closed")
    assert to_osm(week) == "Mo-Th 09:00-12:00,14:00-17:30; Fr 09:00-12:00; SH off; PH off"


def test_odd_weeks_and_appointments_add_to_the_day_without_hiding_it():
    spans = (MORNING, Span(T(14), T(16), "odd", appointment=True))
    week = Week(((), spans, (), (), (), (), ()))
    osm = 'Tu 09:00-12:00, week 1-53/2 Tu 14:00-16:00 "sur rendez-vous"'
    assert to_osm(week) == osm and from_osm(osm) == week


@pytest.mark.parametrize(
    "rich",
    [
        "Sa[1] 09:00-12:00",
        "Jul-Aug Mo 09:00-12:00",
        "Mo 09:00+",
        "week 1-53/4 Mo 09:00-12:00",
        "Mo 09:00-12:00, week 10-22 Tu 09:00-12:00",
    ],
)
def test_what_the_form_cannot_say_is_not_given_to_it(rich):
    assert from_osm(rich) is None


def test_overriding_rules_are_read_as_they_hold():
    week = from_osm("Mo-Fr 09:00-12:00,14:00-17:30; We 09:00-12:00; Th off")
    assert week is not None
    assert week.days[1] == (MORNING, AFTERNOON) and week.days[2] == (MORNING,)
    assert week.days[3] == ()


times = st.tuples(st.integers(0, 22), st.sampled_from([0, 15, 30]), st.integers(1, 60))


@st.composite
def spans(draw):
    hour, minute, length = draw(times)
    start = hour * 60 + minute
    end = min(start + length, 1439)
    return Span(T(*divmod(start, 60)), T(*divmod(end, 60)), draw(st.sampled_from(["", "odd"])))


@given(
    st.tuples(*[st.lists(spans(), max_size=1).map(tuple)] * 7),
    st.sampled_from(["unstated", "closed", "same"]),
    st.sampled_from(["unstated", "closed", "same"]),
)
def test_a_week_comes_back_as_it_was(days, public, school):
    week = Week(days, public, school)
    osm = to_osm(week)
    assert not osm or (problems(osm) == [] and from_osm(osm) == week)


def test_other_hours_of_school_holidays_come_back():
    week = Week(((MORNING,),) * 5 + ((), ()), "unstated", "other", ((),) * 5 + ((AFTERNOON,), ()))
    assert from_osm(to_osm(week)) == week


def test_hours_of_school_holidays_only_are_written_and_come_back():
    week = Week(public="closed", school="other", school_days=((MORNING,),) * 5 + ((), ()))
    osm = to_osm(week)
    assert osm == "SH off; SH Mo-Fr 09:00-12:00; PH off" and from_osm(osm) == week


@pytest.mark.parametrize(
    ("osm", "keys"),
    [
        ("Mo-Fr 09:00-12:00; PH off", []),
        ("Mo 09:00-12:00-14:00", ["unreadable"]),
        ("Mo-Fr 09:00-12:00; Tu", ["day_without_hours"]),
        ("Mo 14:00-14:00", ["endless"]),
        ("Mo 09:00-12:00,11:00-14:00", ["overlapping"]),
        ("24/7", []),
    ],
)
def test_hours_that_contradict_themselves_are_reported(osm, keys):
    assert problems(osm) == keys


def test_the_national_map_gets_dates_instead_of_holidays_it_cannot_read():
    osm = "Mo-Fr 09:00-12:00; SH off; PH off"
    sent = for_national_map(osm)
    assert "PH" not in sent and "SH" not in sent and "Nov 11" in sent and problems(sent) == []
    assert from_national_map(sent) == "Mo-Fr 09:00-12:00; PH off"


def test_slips_of_real_data_are_put_right():
    assert repaired("Tu, Th 9:00-17 :00;Sun 14h00-18h00") == "Tu,Th 09:00-17:00; Su 14:00-18:00"
