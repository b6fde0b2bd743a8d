"""A day and an hour in a form: what the browser's own calendar and clock can read."""

import datetime as dt

from events.inputs import DayInput, HourInput


def test_an_hour_is_shown_without_seconds():
    assert 'type="time" name="starts" value="14:00"' in HourInput().render("starts", dt.time(14))


def test_a_day_is_written_as_browsers_read_it_in_every_language():
    shown = DayInput().render("day", dt.date(2026, 11, 24))
    assert 'type="date" name="day" value="2026-11-24"' in shown
