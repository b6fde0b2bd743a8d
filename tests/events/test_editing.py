"""What editors do with dates in the admin: see them before saving, cancel, move, mark full."""

import datetime as dt

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.urls import reverse

from events.models import EventPage, SchoolHoliday
from events.showing.rows import hours_of
from mediation.schedule_form import ScheduleFormField, typed_from
from portal.schedule import ZONE
from tests.events.calendar_examples import NOW, TODAY, a_calendar, an_event, dates_of, weekly

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def editor(client):
    client.force_login(get_user_model().objects.create_superuser("anna", "a@example.org", "x"))
    return client


TYPED = {
    "name": "when",
    "when-start": "2026-01-06",
    "when-starts": "14:00",
    "when-frequency": "weekly",
    "when-every": "1",
    "when-days": "1",
    "when-until": "2026-02-10",
    "when-skip_school_holidays": "1",
}


def preview(client, **changes) -> str:
    answer = client.post(reverse("schedule_preview"), TYPED | changes)
    return answer.content.decode().replace("\u00a0", " ")


def test_the_editor_sees_the_sentence_and_the_dates(editor):
    text = preview(editor)
    assert "Tous les mardis à 14 h, du 6 janvier au 10 février 2026" in text
    assert text.count('data-action="strike"') == 6


def test_a_date_of_several_days_is_shown_from_its_first_to_its_last(editor):
    several = {"start": "2026-11-24", "days": 6, "starts": "10:00", "ends": "09:00"}
    typed = {f"when-{name}": str(value) for name, value in several.items()}
    text = preview(editor, **typed | {"when-frequency": "", "when-until": ""})
    assert "du 24 au 29 novembre 2026, à partir de 10 h" in text
    date = dates_of(an_event(a_calendar(), schedule=several))[0]
    listed = editor.get(reverse("change_date", args=[date.pk])).text.replace("\u00a0", " ")
    assert "mardi 24 novembre 2026, à partir de 10 h, jusqu’au 29 novembre" in listed


def test_a_struck_date_can_be_taken_back(editor):
    text = preview(editor, **{"when-struck": "2026-01-13"})
    assert text.count('data-action="strike"') == 5
    assert 'data-day="2026-01-13" data-action="keep"' in text


@pytest.mark.parametrize(
    "changes",
    [
        {"when-until": ""},
        {"when-until": "2020-01-01"},
        {"when-ends": "13:00"},
        {"when-start": "yesterday"},
        {"when-struck": "mardi"},
        {"when-moved": "2026-01-13"},
        {"when-frequency": "daily", "when-until": "2032-01-01"},
        {"when-every": "x"},
    ],
)
def test_what_makes_no_sense_is_said(editor, changes):
    text = preview(editor, **changes)
    assert "error-message" in text
    assert "strike" not in text


def test_a_series_beyond_the_known_holidays_says_so(editor):
    assert "help-warning" in preview(editor, **{"when-until": "2028-12-26", "when-every": "8"})


def test_a_series_that_an_added_holiday_leaves_without_a_date_is_not_saved():
    SchoolHoliday.objects.create(name="Travaux", first=TODAY, last=TODAY)
    schedule = weekly(1, skip_school_holidays=True)
    with pytest.raises(ValidationError, match="aucune date"):
        ScheduleFormField().clean(schedule)
    with pytest.raises(ValidationError, match="aucune date"):
        EventPage(commune="56121", schedule=schedule).clean()


def test_visitors_see_no_preview(client):
    assert client.post(reverse("schedule_preview"), TYPED).status_code == 302


def test_the_form_reads_back_what_it_shows():
    stored = weekly(4) | {
        "struck": ["2026-12-01"],
        "moved": [{"from": "2026-12-08", "day": "2026-12-09", "starts": "10:00", "ends": "12:00"}],
        "added": [{"day": "2026-12-30"}],
        "skip_public_holidays": True,
    }
    field = ScheduleFormField()
    typed = typed_from(stored)
    data = {f"when-{name}": str(value) for name, value in typed.items() if name != "weekdays"}
    data = {name: value for name, value in data.items() if value != "False"}
    data["when-weekdays"] = [str(day) for day in typed["weekdays"]]
    read = field.clean(field.widget.value_from_datadict(data, None, "when"))
    read["rule"].pop("every"), stored["rule"].pop("every", None)
    assert read == stored


def test_a_date_is_cancelled_with_its_reason(editor):
    event = an_event(a_calendar(), schedule=weekly(3))
    date = dates_of(event)[1]
    address = reverse("change_date", args=[date.pk])
    refused = editor.post(address, {"state": "cancelled"})
    assert refused.status_code == 200
    editor.post(address, {"state": "cancelled", "reason": "Grève", "replacement": ""})
    date.refresh_from_db()
    assert (date.state, date.reason) == ("cancelled", "Grève")
    assert "Grève" in editor.get(reverse("page_dates", args=[event.pk])).content.decode()


def test_a_date_is_moved(editor):
    event = an_event(a_calendar(), schedule=weekly(3))
    date = dates_of(event)[1]
    moved = {"state": "moved", "day": "2026-12-02", "starts": "10:00", "ends": "09:00"}
    address = reverse("change_date", args=[date.pk])
    assert editor.post(address, moved).status_code == 200
    editor.post(address, moved | {"ends": "11:00"})
    date.refresh_from_db()
    assert date.local_start.replace(tzinfo=None) == dt.datetime(2026, 12, 2, 10)


def moved_in_its_own_form(editor, schedule, **typed):
    """The only date of a schedule, after its form was sent back as it came but for these."""
    date = dates_of(an_event(a_calendar(), schedule=schedule))[0]
    address = reverse("change_date", args=[date.pk])
    form = editor.get(address).context["form"]
    shown = {field.name: field.value() or "" for field in form} | {"state": "moved"}
    assert editor.post(address, shown | typed).status_code == 302
    date.refresh_from_db()
    return date


def test_a_date_of_a_whole_day_changes_its_day_only(editor):
    date = moved_in_its_own_form(editor, {"start": "2026-11-24"}, day="2026-11-26")
    assert hours_of(date, "fr") == "toute la journée"
    assert (date.local_start.day, date.over_at.astimezone(ZONE).day) == (26, 27)


def test_a_date_of_a_whole_day_that_is_given_hours_says_them(editor):
    hours = {"starts": "14:00", "ends": "16:00"}
    date = moved_in_its_own_form(editor, {"start": "2026-11-24"}, **hours)
    assert hours_of(date, "fr").replace("\u00a0", " ") == "14 h à 16 h"
    assert date.local_start.day == 24


@pytest.mark.parametrize("hours", [{"starts": "10:00", "ends": "09:00"}, {}])
def test_a_date_of_several_days_still_lasts_several_days(editor, hours):
    schedule = {"start": "2026-11-24", "days": 6} | hours
    date = moved_in_its_own_form(editor, schedule, day="2026-12-01")
    assert date.last_day == dt.date(2026, 12, 6)
    assert hours_of(date, "fr").replace("\u00a0", " ") == "jusqu’au 6 décembre"


@pytest.mark.parametrize(
    "typed",
    [
        {"starts": "", "ends": "16:00"},
        {"day": ""},
        {"day": "9999-12-31"},
        {"day": "2027-03-28", "starts": "02:30", "ends": "03:00"},  # an hour that is skipped
    ],
)
def test_a_moment_that_cannot_be_comes_back_with_a_sentence(editor, typed):
    date = dates_of(an_event(a_calendar(), schedule={"start": "2026-11-24"}))[0]
    moved = {"state": "moved", "day": "2026-12-02", "starts": "10:00", "ends": "11:00"} | typed
    answer = editor.post(reverse("change_date", args=[date.pk]), moved)
    assert answer.context["form"].errors
    date.refresh_from_db()
    assert date.state == "scheduled"


def test_who_may_not_edit_the_page_may_not_change_its_dates(client):
    event = an_event(a_calendar())
    client.force_login(get_user_model().objects.create_user("bob", "b@example.org", "x"))
    date = dates_of(event)[0]
    client.post(reverse("change_date", args=[date.pk]), {"state": "cancelled", "reason": "x"})
    date.refresh_from_db()
    assert not date.is_cancelled
