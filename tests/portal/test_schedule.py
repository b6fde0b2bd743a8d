"""The dates of a rhythm: local hours, exceptions, limits, and what RFC 5545 says of it."""

import datetime as dt
from itertools import pairwise

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from portal.schedule import (
    MOST_DATES,
    ZONE,
    Extra,
    Period,
    Recurrence,
    Rule,
    ScheduleError,
    from_dict,
    to_dict,
)
from portal.schedule.holidays import public_holidays, school_holidays
from portal.schedule.rfc5545 import from_rrule, to_rrule

TUESDAYS = {
    "start": "2026-01-06",
    "starts": "14:00",
    "ends": "16:00",
    "rule": {"frequency": "weekly", "weekdays": [1], "until": "2026-06-30"},
}


def keys(stored, school=None):
    return [slot.key for slot in from_dict(stored).dates(school)]


def test_every_tuesday_is_every_tuesday():
    days = [slot.start for slot in from_dict(TUESDAYS).dates()]
    assert len(days) == 26
    assert {(day.weekday(), day.hour) for day in days} == {(1, 14)}


def test_the_hour_stays_local_when_the_clocks_change():
    for change in (dt.date(2026, 10, 25), dt.date(2027, 3, 28)):
        start, until = change - dt.timedelta(9), change + dt.timedelta(20)
        recurrence = Recurrence(
            start, dt.time(14), dt.time(16), rule=Rule("weekly", until, weekdays=(0, 6))
        )
        slots = recurrence.dates()
        assert {slot.start.hour for slot in slots} == {14}
        assert len({slot.start.utcoffset() for slot in slots}) == 2
        lengths = {slot.end.timestamp() - slot.start.timestamp() for slot in slots}
        assert lengths == {2 * 3600}


def test_holidays_and_struck_days_are_left_out():
    rests = {
        **TUESDAYS,
        "skip_school_holidays": True,
        "skip_public_holidays": True,
        "struck": ["2026-03-03"],
    }
    left_out = set(keys(TUESDAYS)) - set(keys(rests))
    assert left_out == {"2026-02-17", "2026-02-24", "2026-03-03", "2026-04-14", "2026-04-21"}


def test_an_editor_may_add_school_holidays():
    own = Period(dt.date(2026, 1, 13), dt.date(2026, 1, 20))
    kept = keys({**TUESDAYS, "skip_school_holidays": True}, school=[own])
    assert "2026-01-13" not in kept
    assert "2026-02-17" in kept


def test_a_moved_date_keeps_its_name():
    moved = {**TUESDAYS, "moved": [{"from": "2026-01-13", "day": "2026-01-14", "starts": "15:00"}]}
    slot = next(slot for slot in from_dict(moved).dates() if slot.key == "2026-01-13")
    assert slot.start == dt.datetime(2026, 1, 14, 15, tzinfo=ZONE)
    assert slot.end == dt.datetime(2026, 1, 14, 17, tzinfo=ZONE)
    assert slot.planned == dt.datetime(2026, 1, 13, 14, tzinfo=ZONE)


def test_changing_the_hour_of_a_series_keeps_the_names_of_its_dates():
    assert keys(TUESDAYS) == keys({**TUESDAYS, "starts": "15:00", "ends": "17:00"})


def test_dates_can_be_irregular():
    some = {
        "start": "2026-11-24",
        "starts": "10:00",
        "added": [{"day": "2026-11-20"}, {"day": "2026-11-24", "starts": "17:00"}],
    }
    assert keys(some) == ["2026-11-20+", "2026-11-24", "2026-11-24+1700"]


def test_a_day_added_where_the_series_is_already_is_not_had_twice():
    again = [{"day": "2026-01-13"}, {"day": "2026-01-14"}, {"day": "2026-01-14", "starts": "14:00"}]
    assert keys({**TUESDAYS, "added": again}) == sorted([*keys(TUESDAYS), "2026-01-14+"])


def test_a_day_the_series_rests_may_be_added():
    rests = {**TUESDAYS, "struck": ["2026-01-13"], "added": [{"day": "2026-01-13"}]}
    assert keys(rests)[:3] == ["2026-01-06", "2026-01-13+", "2026-01-20"]


def test_an_open_end_stays_open():
    (slot,) = Recurrence(dt.date(2026, 11, 24), dt.time(18)).dates()
    assert slot.end is None


def test_a_whole_day_ends_at_the_midnight_after():
    (slot,) = Recurrence(dt.date(2026, 11, 24), days=3).dates()
    assert slot.all_day
    assert slot.end == dt.datetime(2026, 11, 27, tzinfo=ZONE)


def test_the_last_friday_of_each_month():
    rule = Rule("monthly_weekday", dt.date(2026, 4, 30), weekdays=(4,), nth=-1)
    slots = Recurrence(dt.date(2026, 1, 1), dt.time(9), rule=rule).dates()
    assert [slot.key for slot in slots] == ["2026-01-30", "2026-02-27", "2026-03-27", "2026-04-24"]


def test_the_31st_is_skipped_where_there_is_none():
    rule = Rule("monthly_day", dt.date(2026, 5, 31), month_day=31)
    slots = Recurrence(dt.date(2026, 1, 31), rule=rule).dates()
    assert [slot.key for slot in slots] == ["2026-01-31", "2026-03-31", "2026-05-31"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"ends": "13:00"}, "ends"),
        ({"starts": "", "ends": "13:00"}, "starts"),
        ({"rule": {"frequency": "weekly", "weekdays": [1], "until": "2025-06-30"}}, "until"),
        ({"rule": {"frequency": "daily", "until": "2029-06-30"}}, "until"),
        ({"rule": {"frequency": "daily", "until": "9999-06-30"}}, "until"),
        ({"rule": {"frequency": "weekly", "weekdays": [1]}}, "until"),
        ({"rule": {"frequency": "weekly", "until": "2026-06-30"}}, "weekdays"),
        ({"rule": {"frequency": "weekly", "weekdays": [9], "until": "2026-06-30"}}, "weekdays"),
        ({"rule": {"frequency": "secondly", "until": "2026-06-30"}}, "frequency"),
        ({"start": "0001-01-01"}, "start"),
        ({"days": 400}, "days"),
        ({"start": "nonsense"}, ""),
        ({"moved": [{"from": "x"}]}, ""),
        ({"added": [{"day": "2026-01-06"}] * 900}, "until"),
    ],
)
def test_nonsense_is_refused_in_words_at_its_field(change, field):
    with pytest.raises(ScheduleError) as refused:
        from_dict({**TUESDAYS, **change}).dates()
    assert refused.value.field == field
    assert str(refused.value.message)


def test_a_series_without_any_date_left_is_refused():
    with pytest.raises(ScheduleError):
        from_dict({"start": "2026-01-06", "struck": ["2026-01-06"]}).dates()


def test_the_public_holidays_of_2026():
    days = {f"{day:%m-%d}" for day in public_holidays(2026)}
    assert {"04-06", "05-14", "05-25"} < days
    assert len(days) == 11


def test_school_holidays_are_in_order_and_apart():
    periods = school_holidays()
    assert all(period.first < period.last for period in periods)
    assert all(one.last < other.first for one, other in pairwise(periods))
    assert all(period.first.weekday() == 5 for period in periods)


days = st.dates(dt.date(2018, 1, 1), dt.date(2030, 12, 31))
minutes = st.integers(0, 24 * 60 - 1).map(lambda m: dt.time(m // 60, m % 60))


@st.composite
def rules(draw, start):
    frequency = draw(st.sampled_from(["daily", "weekly", "monthly_weekday", "monthly_day"]))
    longest = MOST_DATES - 1 if frequency == "daily" else 2000  # both ends are dates
    wants_day = frequency in ("weekly", "monthly_weekday")
    weekdays = draw(st.sets(st.integers(0, 6), min_size=1, max_size=2)) if wants_day else ()
    return Rule(
        frequency,
        until=start + dt.timedelta(draw(st.integers(31, longest))),
        every=draw(st.integers(1, 6)),
        weekdays=tuple(sorted(weekdays)),
        nth=draw(st.sampled_from([1, 2, 3, 4, -1])) if frequency == "monthly_weekday" else 1,
        month_day=draw(st.integers(1, 31)) if frequency == "monthly_day" else 1,
    )


@st.composite
def recurrences(draw):
    start = draw(days)
    hours = [*sorted({draw(minutes), draw(minutes)}), None, None]
    near = st.integers(-5, 400).map(lambda n: start + dt.timedelta(n))
    added = draw(st.sets(near, max_size=4))
    return Recurrence(
        start,
        *hours[:2],
        days=draw(st.integers(1, 3)),
        rule=draw(st.none() | rules(start)),
        struck=draw(st.frozensets(near, max_size=3)),
        moved=draw(st.dictionaries(near, st.builds(Extra, near, minutes), max_size=2)),
        added=tuple(Extra(day) for day in sorted(added)),
        skip_school_holidays=draw(st.booleans()),
        skip_public_holidays=draw(st.booleans()),
    )


@given(recurrences())
def test_dates_are_ordered_named_once_and_never_end_before_they_start(recurrence):
    try:
        slots = recurrence.dates()
    except ScheduleError:
        return
    assert len(slots) <= MOST_DATES
    assert len({slot.key for slot in slots}) == len(slots)
    assert slots == sorted(slots, key=lambda slot: slot.start)
    for slot in slots:
        assert slot.end is None or slot.end.timestamp() >= slot.start.timestamp()
        if slot.start == slot.planned:
            assert slot.start.strftime("%Y-%m-%d") == slot.key[:10]


@given(recurrences())
def test_what_is_stored_reads_back(recurrence):
    assert from_dict(to_dict(recurrence)) == recurrence


@given(days.flatmap(lambda start: st.tuples(st.just(start), rules(start))), minutes)
def test_an_rrule_says_the_same_dates_to_another_reader(pair, starts):
    start, rule = pair
    moment = dt.datetime.combine(start, starts, tzinfo=ZONE)
    text = to_rrule(rule, starts)
    theirs = [f"{one:%Y-%m-%d}" for one in rrulestr(text, dtstart=moment)]
    series = Recurrence(start, starts, rule=rule)
    try:
        ours = [slot.key for slot in series.dates()]
    except ScheduleError:
        ours = []
    assert ours == theirs
    assert from_rrule(text, start) == rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FREQ",
        "FREQ=SECONDLY",
        "FREQ=WEEKLY;BYDAY=TU",
        "FREQ=YEARLY;UNTIL=20260101",
        "FREQ=WEEKLY;UNTIL=99999999",
        "FREQ=MONTHLY;BYDAY=1MO,2TU;UNTIL=20270101",
        "x" * 9999,
    ],
)
def test_a_foreign_rule_is_refused_in_words(text):
    with pytest.raises(ScheduleError):
        from_rrule(text, dt.date(2026, 1, 1))
