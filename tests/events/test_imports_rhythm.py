"""Foreign rhythms: the same days as dateutil gives, with bounded work whatever the rule."""

import datetime as dt
import time

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import vRecur

from events.imports.errors import CalendarError
from events.imports.rhythm import days_of

LAST = dt.date(2028, 12, 31)
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]


@st.composite
def rule_texts(draw):
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = [f"FREQ={frequency}"]
    nth = st.sampled_from(["", "1", "2", "-1"] if frequency in ("MONTHLY", "YEARLY") else [""])
    if draw(st.booleans()):
        days = draw(st.sets(st.sampled_from(DAYS), min_size=1, max_size=3))
        place = draw(nth)  # dateutil finds nothing for « MO,1TU »
        parts.append("BYDAY=" + ",".join(place + day for day in sorted(days)))
    elif frequency in ("MONTHLY", "YEARLY") and draw(st.booleans()):
        numbers = draw(st.sets(st.sampled_from([1, 15, 28, -1, -3]), min_size=1, max_size=2))
        parts.append("BYMONTHDAY=" + ",".join(map(str, sorted(numbers))))
    if draw(st.booleans()):
        months = draw(st.sets(st.integers(1, 12), min_size=1, max_size=3))
        parts.append("BYMONTH=" + ",".join(map(str, sorted(months))))
    else:  # together they may never meet, and dateutil would look until the year 9999
        parts.append(f"INTERVAL={draw(st.integers(1, 4))}")
    if frequency == "MONTHLY" and "BYDAY=MO" in "".join(parts) and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.sampled_from([1, 2, -1]))}")
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 20))}")
    return ";".join(parts)


@given(rule_texts(), st.dates(dt.date(2025, 1, 1), dt.date(2026, 12, 31)))
def test_the_days_are_those_of_dateutil(text, start):
    rule = rrulestr(text, dtstart=dt.datetime.combine(start, dt.time()))
    last = dt.datetime.combine(LAST, dt.time())
    theirs = []
    for moment in rule:
        if moment > last:
            break
        theirs.append(moment.date())
    assert list(days_of(vRecur.from_ical(text), start, LAST)) == theirs


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=50",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
    ],
)
def test_a_rule_that_never_comes_costs_nothing(text):
    began = time.process_time()
    assert not list(days_of(vRecur.from_ical(text), dt.date(2026, 1, 6), LAST))
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    "text", ["FREQ=SECONDLY", "FREQ=HOURLY;INTERVAL=3", "FREQ=DAILY;BYHOUR=9,10,11", "INTERVAL=2"]
)
def test_a_rule_of_hours_is_refused(text):
    with pytest.raises(CalendarError):
        list(days_of(vRecur.from_ical(text), dt.date(2026, 1, 6), LAST))
