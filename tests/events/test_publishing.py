"""Publishing writes the dates; those that stay keep their identity."""

import datetime as dt

import pytest

from events import dates
from events.models import CalendarVersion, Occurrence, SchoolHoliday
from tests.events.calendar_examples import (
    TODAY,
    a_place,
    an_event,
    dates_of,
    in_breton,
    later,
    once,
    republish,
    weekly,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
WEEK = dt.timedelta(weeks=1)


def test_a_published_series_has_its_dates(calendar):
    place = a_place(calendar)
    event = an_event(calendar, schedule=weekly(4), place=place, capacity=8)
    rows = dates_of(event)
    assert [row.local_start.date() for row in rows] == [TODAY + n * WEEK for n in range(4)]
    assert {(row.local_start.hour, row.commune, row.place_id, row.capacity) for row in rows} == {
        (14, "56121", place.pk, 8)
    }


def test_a_draft_has_none(calendar):
    event = an_event(calendar)
    event.schedule = weekly(4)
    event.save_revision()
    assert len(dates_of(event)) == 1


def test_longer_series_keep_the_dates_they_had(calendar):
    event = an_event(calendar, schedule=weekly(3))
    before = [row.pk for row in dates_of(event)]
    republish(event, schedule=weekly(6))
    after = [row.pk for row in dates_of(event)]
    assert after[:3] == before
    assert len(after) == 6


def test_another_hour_is_the_same_dates_with_a_raised_sequence(calendar):
    event = an_event(calendar, schedule=weekly(2))
    before = dates_of(event)
    republish(event, schedule=weekly(2, starts="15:00", ends="17:00"))
    after = dates_of(event)
    assert [row.pk for row in after] == [row.pk for row in before]
    assert {(row.local_start.hour, row.sequence, row.state) for row in after} == {
        (15, 1, "scheduled")
    }


def test_publishing_again_changes_nothing(calendar):
    event = an_event(calendar, schedule=weekly(3))
    before = list(Occurrence.objects.filter(page=event).values())
    with later(1):
        republish(event)
    assert list(Occurrence.objects.filter(page=event).values()) == before


def test_a_date_struck_at_once_is_erased(calendar):
    event = an_event(calendar, schedule=weekly(3))
    struck = (TODAY + WEEK).isoformat()
    republish(event, schedule=weekly(3, struck=[struck]))
    assert [row.key for row in dates_of(event)] == [
        TODAY.isoformat(),
        (TODAY + 2 * WEEK).isoformat(),
    ]


def test_a_date_struck_after_it_was_announced_stays_in_sight_as_cancelled(calendar):
    event = an_event(calendar, schedule=weekly(3))
    with later():
        republish(event, schedule=weekly(3, struck=[(TODAY + WEEK).isoformat()]))
    gone = dates_of(event)[1]
    assert gone.is_cancelled
    assert gone.sequence == 1
    assert gone.reason == "Cette date n’est plus prévue."
    assert gone.reason_br


def test_a_struck_date_that_comes_back_takes_place(calendar):
    event = an_event(calendar, schedule=weekly(3))
    with later():
        republish(event, schedule=weekly(3, struck=[(TODAY + WEEK).isoformat()]))
        republish(event, schedule=weekly(3))
    back = dates_of(event)[1]
    assert not back.is_cancelled
    assert back.sequence == 2


def test_a_date_cancelled_by_hand_stays_cancelled(calendar):
    event = an_event(calendar, schedule=weekly(3))
    dates.cancel(dates_of(event)[1], "Grève")
    republish(event, schedule=weekly(5))
    assert [row.state for row in dates_of(event)][:2] == ["scheduled", "cancelled"]


def test_what_is_over_stays_as_it_was(calendar):
    event = an_event(calendar, schedule=weekly(3, first=TODAY - WEEK))
    republish(event, schedule=weekly(3, first=TODAY + dt.timedelta(days=1)))
    assert dates_of(event)[0].local_start.date() == TODAY - WEEK


def test_fewer_seats_never_take_one_from_who_booked(calendar):
    event = an_event(calendar, capacity=8)
    Occurrence.objects.filter(page=event).update(taken=6)
    republish(event, capacity=4)
    assert dates_of(event)[0].capacity == 8


def test_the_breton_page_adds_no_date(calendar):
    event = an_event(calendar)
    in_breton(event, "Pazennoù kentañ")
    assert Occurrence.objects.count() == 1


def test_an_unpublished_page_shows_no_date(calendar):
    event = an_event(calendar)
    event.unpublish()
    assert not Occurrence.objects.visible().exists()


def test_every_change_raises_the_number_of_the_calendar(calendar):
    numbers = [CalendarVersion.current()]
    event = an_event(calendar)
    numbers.append(CalendarVersion.current())
    dates.cancel(dates_of(event)[0], "Grève")
    numbers.append(CalendarVersion.current())
    event.unpublish()
    numbers.append(CalendarVersion.current())
    assert numbers == sorted(set(numbers))


def test_holidays_that_an_editor_adds_are_left_out(calendar):
    SchoolHoliday.objects.create(name="Pont", first=TODAY, last=TODAY)
    event = an_event(calendar, schedule=weekly(2, skip_school_holidays=True))
    assert [row.local_start.date() for row in dates_of(event)] == [TODAY + WEEK]


def test_the_questions_read_as_they_are_asked(calendar):
    here = an_event(calendar, "Ici", weekly(2), capacity=2)
    an_event(calendar, "Groix", once(TODAY + WEEK), commune="56069")
    an_event(calendar, "Hier", once(TODAY - WEEK))
    upcoming = Occurrence.objects.visible().upcoming()
    assert upcoming.in_commune("56121").count() == 2
    assert upcoming.near("56121", 5).count() == 2
    assert upcoming.between(TODAY + WEEK, TODAY + WEEK).count() == 2
    assert Occurrence.objects.past().count() == 1
    Occurrence.objects.filter(page=here).update(taken=2)
    assert upcoming.full().count() == 2
    assert not upcoming.with_free_seats().exists()


def test_days_listed_one_by_one_that_become_a_rhythm_stay_the_same_dates(calendar):
    days = [{"day": (TODAY + n * WEEK).isoformat()} for n in (1, 2)]
    event = an_event(calendar, schedule=once(added=days))
    listed = [(row.pk, row.sequence) for row in dates_of(event)]
    with later():
        republish(event, schedule=weekly(3))
        assert [(row.pk, row.sequence) for row in dates_of(event)] == listed
        assert len({row.key for row in dates_of(event)} & {f"{TODAY + WEEK}"}) == 1
        republish(event, schedule=once(added=days))
    assert [(row.pk, row.sequence, row.state) for row in dates_of(event)] == [
        (pk, sequence, "scheduled") for pk, sequence in listed
    ]


def test_no_seats_at_all_means_that_nobody_counts_them(calendar):
    assert dates_of(an_event(calendar, capacity=0))[0].seats_left is None
