"""A date moved by hand stays there; one its schedule moves goes where the schedule says."""

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps

from events import dates
from events.models import Occurrence
from portal.schedule import ZONE
from tests.events.calendar_examples import (
    TODAY,
    an_event,
    dates_of,
    later,
    republish,
    weekly,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
WEEK = dt.timedelta(weeks=1)
WEDNESDAY = [{"from": "2026-12-01", "day": "2026-12-02", "starts": "10:00"}]


def test_a_date_moved_by_hand_stays_where_it_was_put(calendar):
    event = an_event(calendar, schedule=weekly(3))
    start = dt.datetime(2026, 12, 2, 10, tzinfo=ZONE)
    dates.move(dates_of(event)[1], start, start + dt.timedelta(hours=2), "Salle prise")
    republish(event, schedule=weekly(4))
    moved = dates_of(event)[1]
    assert moved.local_start == start
    assert moved.state == "moved"
    assert moved.slug == "2026-12-01-1400"


@pytest.mark.parametrize("then", [dates.mark_full, lambda date: dates.cancel(date, "Grève")])
def test_a_moved_date_that_is_then_full_or_cancelled_stays_where_it_was_put(calendar, then):
    event = an_event(calendar, schedule=weekly(3))
    start = dt.datetime(2026, 12, 2, 10, tzinfo=ZONE)
    date = dates_of(event)[1]
    dates.move(date, start, start + dt.timedelta(hours=2), "Salle prise")
    then(date)
    state = date.state
    republish(event, schedule=weekly(4))
    after = dates_of(event)[1]
    assert (after.local_start, after.state) == (start, state)


def test_a_moved_date_struck_and_put_back_takes_place_as_it_was_planned(calendar):
    event = an_event(calendar, schedule=weekly(3))
    start = dt.datetime(2026, 12, 2, 10, tzinfo=ZONE)
    dates.move(dates_of(event)[1], start, start + dt.timedelta(hours=2), "Salle prise")
    with later():
        republish(event, schedule=weekly(3, struck=[(TODAY + WEEK).isoformat()]))
        republish(event, schedule=weekly(3))
    back = dates_of(event)[1]
    assert (back.state, back.local_start) == ("scheduled", back.planned_at)


def test_a_date_moved_in_the_schedule_says_so_once_it_was_announced(calendar):
    event = an_event(calendar, schedule=weekly(3))
    republish(event, schedule=weekly(3, moved=WEDNESDAY))
    row = dates_of(event)[1]
    assert (row.state, row.key) == ("moved", "2026-12-01")


def test_a_date_announced_elsewhere_goes_home_when_the_schedule_no_longer_moves_it(calendar):
    event = an_event(calendar, schedule=weekly(3, moved=WEDNESDAY))
    republish(event, schedule=weekly(3))
    row = dates_of(event)[1]
    assert row.starts_at == row.planned_at


@pytest.mark.parametrize("then", [dates.mark_full, lambda date: dates.cancel(date, "Grève")])
def test_a_date_the_schedule_no_longer_moves_goes_home_whatever_became_of_it(calendar, then):
    event = an_event(calendar, schedule=weekly(3))
    republish(event, schedule=weekly(3, moved=WEDNESDAY))
    date = dates_of(event)[1]
    then(date)
    state = date.state
    republish(event, schedule=weekly(3))
    after = dates_of(event)[1]
    assert (after.starts_at, after.state) == (after.planned_at, state)


def test_a_date_moved_and_put_back_in_its_schedule_is_as_planned(calendar):
    event = an_event(calendar, schedule=weekly(3))
    republish(event, schedule=weekly(3, moved=WEDNESDAY))
    republish(event, schedule=weekly(3))
    row = dates_of(event)[1]
    assert (row.state, row.starts_at, row.sequence) == ("scheduled", row.planned_at, 2)


def test_a_date_moved_in_its_schedule_then_by_hand_stays_where_the_hand_put_it(calendar):
    event = an_event(calendar, schedule=weekly(3))
    republish(event, schedule=weekly(3, moved=WEDNESDAY))
    thursday = dt.datetime(2026, 12, 3, 10, tzinfo=ZONE)
    dates.move(dates_of(event)[1], thursday, None, "Salle prise")
    republish(event, schedule=weekly(4, moved=WEDNESDAY))
    assert dates_of(event)[1].local_start == thursday
    republish(event, schedule=weekly(4))
    assert dates_of(event)[1].local_start == dt.datetime(2026, 12, 1, 14, tzinfo=ZONE)


def test_a_date_moved_by_hand_follows_a_series_that_changes_its_hours(calendar):
    event = an_event(calendar, schedule=weekly(3))
    start = dt.datetime(2026, 12, 2, 10, tzinfo=ZONE)
    dates.move(dates_of(event)[1], start, None, "Salle prise")
    republish(event, schedule=weekly(3, starts="15:00", ends="17:00"))
    row = dates_of(event)[1]
    assert (row.local_start.hour, row.state, row.reason) == (15, "scheduled", "")


def test_a_date_put_back_by_hand_stays_there_though_its_schedule_moves_it(calendar):
    event = an_event(calendar, schedule=weekly(3))
    republish(event, schedule=weekly(3, moved=WEDNESDAY))
    dates.restore(dates_of(event)[1])
    republish(event, schedule=weekly(4, moved=WEDNESDAY))
    row = dates_of(event)[1]
    assert (row.state, row.starts_at) == ("scheduled", row.planned_at)


def test_dates_moved_before_hands_were_remembered_stay_where_they_are(calendar):
    event = an_event(calendar, schedule=weekly(3))
    start = dt.datetime(2026, 12, 2, 10, tzinfo=ZONE)
    dates.move(dates_of(event)[1], start, None, "Salle prise")
    dates.mark_full(dates_of(event)[1])
    Occurrence.objects.update(scheduled_at=None)
    import_module("events.migrations.0007_where_the_schedule_puts_a_date").remember(apps, None)
    republish(event, schedule=weekly(4))
    assert [row.local_start.day for row in dates_of(event)] == [24, 2, 8, 15]


def test_restoring_a_date_puts_it_back_where_it_was(calendar):
    event = an_event(calendar)
    row = dates_of(event)[0]
    start = row.local_start + dt.timedelta(days=1)
    dates.move(row, start, None)
    dates.restore(row)
    row.refresh_from_db()
    assert (row.state, row.local_start.date(), row.sequence) == ("scheduled", TODAY, 2)


def test_a_whole_day_moved_to_hours_keeps_them_until_it_is_put_back(calendar):
    event = an_event(calendar, schedule={"start": TODAY.isoformat(), "days": 2})
    dates.move_to(dates_of(event)[0], TODAY, dt.time(14), dt.time(16))
    republish(event, title="Autre titre")
    (row,) = dates_of(event)
    assert (row.all_day, row.local_start.hour, row.local_end.hour) == (False, 14, 16)
    dates.restore(row)
    (row,) = dates_of(event)
    midnight = dt.datetime(2026, 11, 26, tzinfo=ZONE)
    assert (row.all_day, row.starts_at, row.ends_at) == (True, row.planned_at, midnight)


def test_a_date_put_back_ends_at_the_hour_it_was_planned_for_whatever_the_clocks_did(calendar):
    hours = {"starts": "10:00", "ends": "18:00"}
    event = an_event(calendar, schedule={"start": "2027-03-25", "days": 6, **hours})
    dates.move_to(dates_of(event)[0], TODAY, dt.time(10), dt.time(18))
    dates.restore(dates_of(event)[0])
    assert dates_of(event)[0].local_end == dt.datetime(2027, 3, 30, 18, tzinfo=ZONE)
