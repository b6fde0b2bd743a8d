"""Bringing the national file in, and out again."""

import csv
import io
import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from mediation.desk.merging import merge
from mediation.models import PlaceImport, PlaceNumber, PlacePage
from tests.mediation.place_examples import a_directory, a_place

pytestmark = pytest.mark.django_db
SAMPLE = Path(__file__).resolve().parents[3] / "shared/data/lieux_sample.csv"
needs_sample = pytest.mark.skipif(not SAMPLE.exists(), reason="the shared data is not there")
ROW = {
    "id": "a-1",
    "source": "A",
    "nom": "Médiathèque",
    "commune": "Lorient",
    "code_postal": "56100",
    "code_insee": "56121",
    "adresse": "4 place X",
    "telephone": "02 97 84 33 60",
    "services": "Aide aux démarches administratives",
    "date_maj": "2026-01-10",
}


LIKE = {"nom": "Médiathèque municipale", "adresse": "4 place François-Mitterrand"}


@pytest.fixture
def index():
    return a_directory()


def run(tmp_path, *rows, commit=True):
    file = tmp_path / "lieux.json"
    file.write_text(json.dumps([{**ROW, **row} for row in rows]), "utf-8")
    told = io.StringIO()
    call_command("import_places", file, commit=commit, stdout=told)
    return told.getvalue()


def test_nothing_is_written_without_commit(tmp_path, index):
    told = run(tmp_path, {}, commit=False)
    assert "Médiathèque" in told and not PlacePage.objects.exists()


def test_a_new_place_is_published_with_its_number(tmp_path, index):
    run(tmp_path, {})
    place = PlacePage.objects.get()
    assert place.live and place.phone == "+33297843360" and place.services == ["demarches"]
    assert PlaceNumber.objects.get().number == "a-1"


def test_hours_in_long_prose_are_cut_and_never_stop_the_import(tmp_path, index):
    told = run(tmp_path, {"horaires": "Sur rendez-vous, selon la saison et la marée. " * 100})
    note = PlacePage.objects.get().hours_note
    assert len(note) <= 2000 and note.endswith("…")
    assert "1, horaires: trop long" in told


def test_a_second_run_changes_nothing(tmp_path, index):
    run(tmp_path, {})
    before = _facts()[0]
    run(tmp_path, {})
    assert _facts()[0] == before


def test_a_change_is_written_on_the_page_and_on_the_draft(tmp_path, index):
    run(tmp_path, {})
    place = PlacePage.objects.get()
    place.introduction = "En cours d’écriture"
    place.save_revision()
    run(tmp_path, {"telephone": "02 97 00 00 01"})
    place.refresh_from_db()
    draft = place.get_latest_revision_as_object()
    assert place.phone == draft.phone == "+33297000001"
    assert place.introduction == "" and draft.introduction == "En cours d’écriture"


def test_a_field_taken_over_by_hand_stays(tmp_path, index):
    run(tmp_path, {})
    PlacePage.objects.update(phone="+33297111111", by_hand=["telephone"])
    told = run(tmp_path, {"telephone": "02 97 00 00 01", "adresse": "5 place X"})
    place = PlacePage.objects.get()
    assert place.phone == "+33297111111" and place.street == "5 place X"
    assert told


def test_a_place_that_is_gone_is_hidden_never_deleted_and_may_come_back(tmp_path, index):
    run(tmp_path, {}, {"id": "a-2", "nom": "Fablab", "adresse": "9 rue Y"})
    run(tmp_path, {"id": "a-2", "nom": "Fablab", "adresse": "9 rue Y"})
    hidden = PlacePage.objects.get(number="a-1")
    assert not hidden.live and hidden.gone_since
    run(tmp_path, {}, {"id": "a-2", "nom": "Fablab", "adresse": "9 rue Y"})
    hidden.refresh_from_db()
    assert hidden.live and hidden.gone_since is None


def test_a_probable_duplicate_waits_hidden_for_a_person(tmp_path, index):
    ours = a_place(index, "Médiathèque de Lorient", street="4 place F. Mitterrand")
    run(tmp_path, LIKE)
    waiting = PlacePage.objects.get(number="a-1")
    assert not waiting.live and waiting.alike == ours
    run(tmp_path, LIKE)
    assert PlacePage.objects.count() == 2


def test_what_a_source_says_of_a_merged_place_goes_to_the_one_that_stays(tmp_path, index):
    ours = a_place(index, "Médiathèque de Lorient", street="4 place F. Mitterrand")
    run(tmp_path, LIKE)
    hidden = PlacePage.objects.get(number="a-1")
    merge(hidden.alike, hidden)
    run(tmp_path, LIKE | {"courriels": "contact@example.org"})
    ours.refresh_from_db()
    hidden.refresh_from_db()
    assert (ours.emails, hidden.emails) == ("contact@example.org", "")


def test_a_bad_file_is_one_sentence(tmp_path, index):
    file = tmp_path / "x.zip"
    file.write_bytes(b"PK\x03\x04zzz")
    with pytest.raises(CommandError):
        call_command("import_places", file)
    with pytest.raises(CommandError):
        call_command("import_places", tmp_path / "absent.csv")


def test_bad_input_is_told_by_line_and_field_and_good_rows_go_in(tmp_path, index):
    told = run(
        tmp_path,
        {},
        {"id": "", "nom": "x"},
        {"id": "a-3", "nom": "<i>=Labo</i>", "adresse": "8 rue Z"},
    )
    assert "2, id" in told and "3, nom" in told
    assert set(PlacePage.objects.values_list("title", flat=True)) == {"Médiathèque", "Labo"}


@needs_sample
def test_the_national_sample_comes_in_and_goes_out_the_same(index):
    call_command("import_places", SAMPLE, commit=True, stdout=io.StringIO())
    before = _facts()
    told = io.StringIO()
    call_command("import_places", SAMPLE, commit=True, stdout=told)
    assert _facts() == before
    out = io.StringIO()
    call_command("export_places", stdout=out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert len(rows) > 20 and len(rows[0]) == 32


@needs_sample
def test_our_own_export_is_an_unchanged_file(index, tmp_path):
    call_command("import_places", SAMPLE, commit=True, stdout=io.StringIO())
    for form in ("csv", "json", "geojson"):
        out = io.StringIO()
        call_command("export_places", format=form, stdout=out)
        file = tmp_path / f"lieux.{form}"
        file.write_text(out.getvalue(), "utf-8")
        before = _facts()
        call_command("import_places", file, commit=True, stdout=io.StringIO())
        assert _facts() == before


def test_a_moderator_sees_the_difference_then_writes_it(client, index, admin_user):
    client.force_login(admin_user)
    file = SimpleUploadedFile("lieux.json", json.dumps([ROW]).encode())
    shown = client.post(reverse("places_bring"), {"file": file}, follow=True)
    assert "Médiathèque" in shown.content.decode() and not PlacePage.objects.exists()
    client.post(shown.request["PATH_INFO"])
    assert PlacePage.objects.get().live
    assert bytes(PlaceImport.objects.get().content) == b""


def test_an_archive_brought_by_a_moderator_is_a_message(client, index, admin_user):
    client.force_login(admin_user)
    file = SimpleUploadedFile("lieux.zip", b"PK\x03\x04zzz")
    assert "archive" in client.post(reverse("places_bring"), {"file": file}).text
    assert not PlaceImport.objects.exists()


def brought(content: bytes, user) -> str:
    """The address of the difference that a file would make."""
    found = PlaceImport.objects.create(name="f", content=content, digest="0", brought_by=user)
    return reverse("places_import", args=[found.pk])


def test_without_a_directory_nothing_is_said_to_be_written(client, admin_user):
    client.force_login(admin_user)
    page = client.post(brought(json.dumps([ROW]).encode(), admin_user), follow=True).text
    assert "annuaire" in page and "C’est écrit" not in page
    assert PlaceImport.objects.get().written_at is None


def test_looking_at_a_file_that_cannot_be_read_erases_nothing(client, index, admin_user):
    client.force_login(admin_user)
    address = brought(b"PK\x03\x04zzz", admin_user)
    assert "archive" in client.get(address, follow=True).text
    assert PlaceImport.objects.exists()


def _facts():
    """What is kept of all places, their revisions apart."""
    return [
        {**row, "latest_revision_id": None} for row in PlacePage.objects.order_by("pk").values()
    ]


def test_what_an_import_brings_changes_or_hides_is_found_at_once(tmp_path, client, index):
    run(tmp_path, {}, {"id": "a-2", "nom": "Le Fournil des Ondes", "adresse": "8 rue Z"})
    assert "Fournil" in client.get("/fr/lieux/?q=fournil").content.decode()
    run(tmp_path, {"nom": "Bibliothèque"}, {"id": "a-2", "nom": "Le Hangar", "adresse": "8 rue Z"})
    assert "Le Hangar" in client.get("/fr/lieux/?q=hangar").content.decode()
    assert "Le Hangar" not in client.get("/fr/lieux/?q=fournil").content.decode()
    run(tmp_path, {"nom": "Bibliothèque"})
    assert "Le Hangar" not in client.get("/fr/lieux/?q=hangar").content.decode()
