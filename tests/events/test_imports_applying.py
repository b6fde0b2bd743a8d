"""Bringing in a partner's calendar: the difference first, hand edits kept, nothing deleted."""

from io import StringIO

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import PageLogEntry

from events.imports.errors import CalendarError
from events.management.commands import import_events
from events.models import CalendarSource, EventPage, Occurrence
from tests.events.calendar_examples import NOW, a_calendar, dates_of, in_breton, later
from tests.events.test_imports_reading import WEEKLY
from tests.events.test_imports_reading import a_calendar as a_file

pytestmark = pytest.mark.django_db
CANCELLED = """UID:atelier@bib
RECURRENCE-ID;TZID=Europe/Paris:20261208T140000
DTSTART;TZID=Europe/Paris:20261208T140000
STATUS:CANCELLED"""
FUTURE = WEEKLY.replace("20261006", "20261201").replace("20261020", "20261215")
OTHER = "UID:autre@bib\nSUMMARY:Autre\nLOCATION:Salle, 56570 Locmiquélic\nDTSTART:20261203T100000"


@pytest.fixture(autouse=True)
def _noon():
    with time_machine.travel(NOW, tick=False):
        a_calendar()
        yield


@pytest.fixture
def brought_in(tmp_path):
    """Runs the command on the entries of a file; what it said."""

    def run(*entries: str, **options) -> str:
        path = tmp_path / "agenda.ics"
        path.write_bytes(a_file(*entries))
        out = StringIO()
        call_command("import_events", str(path), source="Médiathèque", stdout=out, **options)
        return out.getvalue()

    return run


def the_event(uid: str = "atelier@bib") -> EventPage:
    return EventPage.objects.get(source_uid=uid, locale__language_code="fr")


def test_nothing_is_written_unless_asked(brought_in):
    assert "+ Atelier tablette" in brought_in(FUTURE)
    assert not EventPage.objects.exists()
    assert not CalendarSource.objects.exists()


def test_a_new_event_is_published_with_its_dates(brought_in):
    brought_in(FUTURE, OTHER, commit=True)
    assert [row.local_start.day for row in dates_of(the_event())] == [1, 8, 22, 29]
    assert the_event("autre@bib").commune == "56118"
    assert the_event("autre@bib").live


def test_a_second_time_changes_nothing(brought_in):
    brought_in(FUTURE, commit=True)
    before = list(Occurrence.objects.values())
    said = brought_in(FUTURE, commit=True)
    assert "Written: nothing" in said
    assert list(Occurrence.objects.values()) == before


def test_what_changed_there_changes_here(brought_in):
    brought_in(FUTURE, commit=True)
    said = brought_in(FUTURE.replace("tablette", "téléphone"), commit=True)
    assert "~ Atelier téléphone" in said
    assert the_event().title == "Atelier téléphone"
    assert EventPage.objects.count() == 1


def test_what_was_edited_here_is_locked(brought_in):
    brought_in(FUTURE, commit=True)
    page = the_event()
    page.title = "Notre titre"
    page.save_revision().publish()
    said = brought_in(FUTURE.replace("tablette", "téléphone"), commit=True)
    assert "title: locked" in said
    assert the_event().title == "Notre titre"


def test_what_has_gone_there_is_shown_and_cancelled_only_when_asked(brought_in):
    brought_in(FUTURE, OTHER, commit=True)
    assert "- Autre" in brought_in(FUTURE, commit=True)
    assert Occurrence.objects.standing().filter(page=the_event("autre@bib")).exists()
    brought_in(FUTURE, commit=True, cancel_gone=True)
    (gone,) = dates_of(the_event("autre@bib"))
    assert gone.is_cancelled
    assert "Médiathèque" in gone.reason


def test_a_date_cancelled_there_is_cancelled_here(brought_in):
    brought_in(FUTURE, commit=True)
    brought_in(FUTURE, CANCELLED, commit=True)
    assert [row.is_cancelled for row in dates_of(the_event())] == [False, True, False, False]


@pytest.mark.parametrize("drafts", [False, True])
@pytest.mark.parametrize("days", [0, 20])  # the cancelled date is to come, or has passed
def test_the_same_cancelled_date_a_second_time_changes_nothing(brought_in, drafts, days):
    brought_in(FUTURE, commit=True, drafts=drafts)
    with later(days):
        brought_in(FUTURE, CANCELLED, commit=True, drafts=drafts)
        before = PageLogEntry.objects.count(), the_event().latest_revision_id
        assert "Written: nothing" in brought_in(FUTURE, CANCELLED, commit=True, drafts=drafts)
        assert (PageLogEntry.objects.count(), the_event().latest_revision_id) == before


def test_a_draft_with_a_cancelled_date_has_it_cancelled_once_it_is_published(brought_in):
    brought_in(FUTURE, CANCELLED, commit=True, drafts=True)
    the_event().latest_revision.publish()
    brought_in(FUTURE, CANCELLED, commit=True)
    assert [row.is_cancelled for row in dates_of(the_event())] == [False, True, False, False]


def test_an_event_with_a_breton_page_still_follows_the_partner(brought_in):
    brought_in(FUTURE, OTHER, commit=True)
    for uid in ("atelier@bib", "autre@bib"):
        in_breton(the_event(uid), f"E brezhoneg {uid}")
    later = FUTURE.replace("T140000", "T150000").replace("T160000", "T170000")
    said = brought_in(later, CANCELLED.replace("T140000", "T150000"), commit=True, cancel_gone=True)
    assert "- Autre" in said
    assert {row.local_start.hour for row in dates_of(the_event())} == {15}
    assert [row.is_cancelled for row in dates_of(the_event())] == [False, True, False, False]
    assert all(row.is_cancelled for row in dates_of(the_event("autre@bib")))
    breton = EventPage.objects.get(source_uid="atelier@bib", locale__language_code="br")
    assert breton.title == "E brezhoneg atelier@bib"


def test_a_change_there_leaves_a_draft_here_what_it_is(brought_in):
    brought_in(FUTURE, commit=True)
    draft = the_event()
    draft.title = "Notre titre"
    draft.save_revision()
    brought_in(FUTURE.replace("tablette", "téléphone").replace("T16", "T17"), commit=True)
    page = the_event()
    assert page.title == "Atelier téléphone"
    assert page.has_unpublished_changes
    assert {row.ends_at.hour for row in dates_of(page)} == {16}  # 17 h in Lorient
    page.latest_revision.publish()
    assert the_event().title == "Notre titre"
    assert the_event().schedule["ends"] == "17:00"


def test_a_draft_brought_in_keeps_the_words_an_editor_gave_it(brought_in):
    brought_in(FUTURE, commit=True, drafts=True)
    draft = the_event()
    draft.title = "Notre titre"
    draft.save_revision()
    later = FUTURE.replace("tablette", "téléphone").replace("T16", "T17")
    assert "title: locked" in brought_in(later, commit=True, drafts=True)
    assert "Written: nothing" in brought_in(later, commit=True, drafts=True)
    the_event().latest_revision.publish()
    assert the_event().title == "Notre titre"
    assert the_event().schedule["ends"] == "17:00"


@pytest.mark.parametrize("content", [b"", b"<html></html>"])
def test_a_broken_file_is_refused_in_words(tmp_path, content):
    path = tmp_path / "x.ics"
    path.write_bytes(content)
    with pytest.raises(CommandError):
        call_command("import_events", str(path), commit=True)
    with pytest.raises(CommandError):
        call_command("import_events", str(tmp_path / "missing.ics"))


@pytest.mark.parametrize("fault", [CalendarError("The address answers: 404."), KeyError("tzid")])
def test_one_partner_that_fails_stops_no_other_and_is_named(monkeypatch, fault):
    def fetched(address: str) -> bytes:
        if "broken" in address:
            raise fault
        return a_file(FUTURE)

    monkeypatch.setattr(import_events, "fetch", fetched)
    for name in ("broken", "museum"):
        address = f"https://{name}.example/a.ics"
        CalendarSource.objects.create(name=name, address=address, refresh=True)
    with pytest.raises(CommandError, match=r"broken\.$"):
        call_command("import_events", refresh=True, commit=True, stdout=StringIO())
    assert the_event().source == "museum"


def test_an_address_goes_through_the_guard():
    with pytest.raises(CommandError):
        call_command("import_events", "http://127.0.0.1/agenda.ics")


def test_an_editor_sees_the_changes_before_writing_them(client, tmp_path):
    client.force_login(get_user_model().objects.create_superuser("anna", "a@example.org", "x"))
    source = CalendarSource.objects.create(name="Tiers-lieu")
    address = reverse("bring_in", args=[source.pk])
    path = tmp_path / "a.ics"
    path.write_bytes(a_file(FUTURE, "UID:2\nSUMMARY:x\nDTSTART:nonsense"))
    with path.open("rb") as file:
        looked = client.post(address, {"file": file, "look": "1"}).content.decode()
    assert "Atelier tablette" in looked
    assert not EventPage.objects.exists()
    client.post(address, {"write": "1"})
    assert the_event().source == "Tiers-lieu"
    source.refresh_from_db()
    assert source.pending == ""


def test_only_those_who_may_see_the_sources_bring_in(client):
    client.force_login(get_user_model().objects.create_user("bob", "b@example.org", "x"))
    source = CalendarSource.objects.create(name="Tiers-lieu")
    assert client.post(reverse("bring_in", args=[source.pk]), {"write": "1"}).status_code != 200


def test_a_calendar_keeps_the_name_its_events_are_known_by(client, brought_in):
    client.force_login(get_user_model().objects.create_superuser("anna", "a@example.org", "x"))
    brought_in(FUTURE, commit=True)
    known, _made = CalendarSource.objects.get_or_create(name="Médiathèque")
    empty = CalendarSource.objects.create(name="Tiers-lieu")
    for source in (known, empty):
        edit = reverse("calendar_sources:edit", args=[source.pk])
        assert client.post(edit, {"name": "Autre nom", "commune": "56121"}).status_code == 302
        source.refresh_from_db()
    assert (known.name, empty.name) == ("Médiathèque", "Autre nom")
