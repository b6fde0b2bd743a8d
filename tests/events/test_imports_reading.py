"""A partner's calendar: read faithfully, repaired line by line, refused in words."""

import datetime as dt
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from events.feeds.ical import to_ical
from events.imports.errors import CalendarError
from events.imports.reading import read
from portal.schedule import ZONE
from tests.events.feed_examples import a_feed, tuesdays

TODAY = dt.date(2026, 9, 1)


def a_calendar(*entries: str, head: str = "") -> bytes:
    body = "".join(f"BEGIN:VEVENT\n{entry.strip()}\nEND:VEVENT\n" for entry in entries)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{body}END:VCALENDAR\n".encode()


def the_only(content: bytes):
    (series,) = read(content, TODAY).series
    return series


def starts(series) -> list[str]:
    return [f"{slot.start:%Y-%m-%dT%H:%M}" for slot in series.recurrence.dates(())]


WEEKLY = """
UID:atelier@bib
SUMMARY:Atelier tablette
DTSTART;TZID=Europe/Paris:20261006T140000
DTEND;TZID=Europe/Paris:20261006T160000
RRULE:FREQ=WEEKLY;COUNT=5
EXDATE;TZID=Europe/Paris:20261020T140000
"""


def test_a_weekly_series_is_carried_with_its_holes():
    series = the_only(a_calendar(WEEKLY))
    days = ["2026-10-06", "2026-10-13", "2026-10-27", "2026-11-03"]
    assert starts(series) == [f"{day}T14:00" for day in days]
    assert series.recurrence.rule.weekdays == (1,)


def test_a_changed_and_a_cancelled_date_are_carried():
    moved = """UID:atelier@bib
RECURRENCE-ID;TZID=Europe/Paris:20261013T140000
DTSTART;TZID=Europe/Paris:20261014T100000
DTEND;TZID=Europe/Paris:20261014T120000
SEQUENCE:2"""
    gone = """UID:atelier@bib
RECURRENCE-ID;TZID=Europe/Paris:20261027T140000
DTSTART;TZID=Europe/Paris:20261027T140000
DTEND;TZID=Europe/Paris:20261027T160000
STATUS:CANCELLED"""
    series = the_only(a_calendar(WEEKLY, moved, gone))
    assert starts(series)[1] == "2026-10-14T10:00"
    assert series.cancelled == {"2026-10-27"}


def test_a_whole_day_ends_on_its_day():
    entry = "UID:1\nSUMMARY:Journée\nDTSTART;VALUE=DATE:20261119\nDTEND;VALUE=DATE:20261126"
    (slot,) = the_only(a_calendar(entry)).recurrence.dates(())
    assert slot.all_day
    assert slot.end == dt.datetime(2026, 11, 26, tzinfo=ZONE)


def test_an_hour_of_another_zone_becomes_local():
    entry = "UID:1\nSUMMARY:A\nDTSTART:20261119T130000Z\nDURATION:PT1H30M"
    (slot,) = the_only(a_calendar(entry)).recurrence.dates(())
    assert slot.start == dt.datetime(2026, 11, 19, 14, tzinfo=ZONE)
    assert slot.end == dt.datetime(2026, 11, 19, 15, 30, tzinfo=ZONE)


def test_an_unknown_zone_is_taken_as_local():
    entry = "UID:1\nSUMMARY:A\nDTSTART;TZID=Middle/Earth:20261119T130000"
    assert starts(the_only(a_calendar(entry))) == ["2026-11-19T13:00"]


def test_a_missing_or_early_end_is_left_open():
    early = "UID:1\nSUMMARY:A\nDTSTART:20261119T130000\nDTEND:20261119T120000"
    for entry in (early, early.split("\nDTEND")[0]):
        (slot,) = the_only(a_calendar(entry)).recurrence.dates(())
        assert slot.end is None


def test_html_becomes_plain_text():
    entry = (
        "UID:1\nSUMMARY:<b>A</b> &amp; B\nDTSTART:20261119T130000\nDESCRIPTION:x<script>y</script>"
    )
    series = the_only(a_calendar(entry))
    assert series.title == "A & B"
    assert series.text == "x"


def test_a_broken_entry_spoils_no_other():
    content = a_calendar(WEEKLY, "SUMMARY:no beginning", "UID:2\nDTSTART:nonsense\nSUMMARY:x")
    reading = read(content, TODAY)
    assert len(reading.series) == 1
    assert len(reading.notes) == 2


def test_an_entry_that_never_ends_is_left_out_and_said():
    content = a_calendar(WEEKLY).replace(b"END:VCALENDAR", b"BEGIN:VEVENT\nUID:2\nEND:VCALENDAR")
    reading = read(content, TODAY)
    assert len(reading.series) == 1
    assert "11" in reading.notes[0]


def test_the_same_name_twice_keeps_the_latest():
    newer = WEEKLY.replace("tablette", "téléphone") + "SEQUENCE:3"
    reading = read(a_calendar(WEEKLY, newer), TODAY)
    assert [series.title for series in reading.series] == ["Atelier téléphone"]
    assert reading.notes


def test_an_alarm_does_not_change_the_event():
    alarm = "BEGIN:VALARM\nACTION:DISPLAY\nSUMMARY:Wake up\nTRIGGER:-PT15M\nEND:VALARM\n"
    assert the_only(a_calendar(WEEKLY + alarm)).title == "Atelier tablette"


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=DAILY", "FREQ=DAILY;COUNT=99999999"])
def test_a_recurrence_bomb_is_refused_alone(rule):
    bomb = f"UID:2\nSUMMARY:Boum\nDTSTART:20240901T130000\nRRULE:{rule}"
    began = time.process_time()
    reading = read(a_calendar(WEEKLY, bomb), TODAY)
    assert time.process_time() - began < 3
    assert [series.title for series in reading.series] == ["Atelier tablette"]
    assert "Boum" in reading.notes[0]


def test_a_line_of_megabytes_is_left_out():
    entry = "UID:1\nSUMMARY:A\nDTSTART:20261119T130000\nDESCRIPTION:" + "x" * 4_000_000
    reading = read(a_calendar(entry), TODAY)
    assert reading.series[0].text == ""
    assert reading.notes


@pytest.mark.parametrize("content", [b"", b"<html>", b"\xff\xfe\x00", b"x" * 6_000_000])
def test_what_is_no_calendar_is_refused(content):
    with pytest.raises(CalendarError):
        read(content, TODAY)


def test_our_own_feed_reads_back():
    rows = tuesdays(12)
    series = the_only(to_ical(a_feed(*rows)))
    assert [slot.start for slot in series.recurrence.dates(())] == [row.start for row in rows]


BROKEN = r"""BEGIN:VEVENT
END:VEVENT
UID:1
DTSTART:20261119T130000
DTSTART;VALUE=DATE:20269999
DTSTART;TZID=X:20261119T13
DTEND:00010101T000000
DURATION:-P1W
RRULE:FREQ=WEEKLY
RRULE:FREQ=DAILY;COUNT=x
EXDATE:x
RDATE;VALUE=PERIOD:20261119T130000Z/PT1H
RECURRENCE-ID:20261119T130000
SEQUENCE:x
SEQUENCE:99999999999
STATUS:CANCELLED
 folded
BEGIN:VALARM
BEGIN:VTIMEZONE
TZID:X
END:VTIMEZONE"""
lines = st.sampled_from(BROKEN.splitlines())


@given(st.lists(lines | st.text(max_size=30), max_size=25))
@example(["UID:1", "DTSTART:20261119T130000", "SEQUENCE:x", "SEQUENCE:x"])
@example(["UID:1", "DTSTART:20261119T130000", "DTEND:00010101T000000", "DTEND:x"])
@example(["UID:1", "UID:1", "DTSTART:20261119T130000", "SUMMARY:a", "SUMMARY:b", "URL:x", "URL:x"])
def test_no_file_makes_the_reader_fail(some):
    text = "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *some, "END:VEVENT", "END:VCALENDAR"])
    read(text.encode("utf-8", "replace"), TODAY)
