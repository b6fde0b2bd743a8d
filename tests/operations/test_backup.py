"""The drill: back up, lose everything, restore; erased people stay erased."""

import io
import json
import os
import subprocess
import sys
import tarfile

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from events.bookings import seats
from mediation.models import PlaceImport
from portal.backups import BackupError, _unpack
from tests.databases import ROOT
from tests.events.bookings_examples import a_date, a_person

pytestmark = pytest.mark.django_db(transaction=True)


def manage(url: str, var, *command: str) -> subprocess.CompletedProcess:
    environment = {name: value for name, value in os.environ.items() if "DATABASE" not in name}
    environment |= {
        "DATABASE_URL": url,
        "VAR_DIR": str(var),
        "DJANGO_SETTINGS_MODULE": "portal.settings.dev",
    }
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def url_of(name: str) -> str:
    """The address of a database beside the test's own."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    where = connection.settings_dict
    host = where["HOST"].replace("/", "%2F")
    return f"postgres://{where['USER']}@{host}/{name}"


@pytest.fixture
def source(tmp_path, settings):
    """The test's database and its files, as another process sees them."""
    settings.VAR = tmp_path / "var"
    (settings.VAR / "media").mkdir(parents=True)
    (settings.VAR / "media" / "port.txt").write_text("Le port.")
    return url_of(str(connection.settings_dict["NAME"]))


@pytest.fixture
def target(tmp_path):
    """An empty database."""
    if connection.vendor == "sqlite":
        yield url_of(str(tmp_path / "drill.sqlite3"))
        return
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS drill")
        cursor.execute("CREATE DATABASE drill")
    yield url_of("drill")
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE drill WITH (FORCE)")


def test_what_was_backed_up_comes_back_and_the_erased_stay_erased(
    source, target, settings, tmp_path
):
    PlaceImport.objects.create(name="lieux.csv", content=b"nom;adresse")
    date = a_date()
    kept, erased = (seats.book(date, a_person(name)) for name in ("Soazig", "Yann"))
    done = manage(source, settings.VAR, "backup", "--to", str(tmp_path / "copies"))
    assert done.returncode == 0, done.stderr
    (folder,) = (tmp_path / "copies").iterdir()
    manifest = json.loads((folder / "manifest.json").read_text())
    assert manifest["tables"]["events_booking"]["rows"] == 2
    assert list(manifest["files"]) == ["port.txt"]

    seats.erase(erased)
    (settings.VAR / "media" / "port.txt").unlink()
    back = manage(target, settings.VAR, "restore", str(folder))
    assert back.returncode == 0, back.stderr
    assert "1 rows erased again" in back.stdout
    assert (settings.VAR / "media" / "port.txt").read_text() == "Le port."
    asked = (
        "from events.models import Booking; print(*Booking.objects.values_list('pk', flat=True))"
    )
    told = manage(target, settings.VAR, "shell", "-v0", "-c", asked)
    assert told.stdout.split() == [str(kept.pk)]

    manifest["files"]["lost.txt"] = "0"
    (folder / "manifest.json").write_text(json.dumps(manifest))
    amiss = manage(target, settings.VAR, "restore", str(folder), "--replace")
    assert "Not as it was backed up: lost.txt. 1 erasures" in amiss.stderr
    assert "1 rows erased again" in amiss.stderr


def test_what_is_no_backup_is_not_restored(tmp_path):
    with pytest.raises(CommandError, match="holds no backup"):
        call_command("restore", tmp_path)


def test_old_backups_go_and_what_is_no_backup_stays(source, tmp_path):
    copies = tmp_path / "copies"
    for name in ("2020-01-01T000000", "2020-01-02T000000"):
        (copies / name).mkdir(parents=True)
        (copies / name / "manifest.json").write_text("{}")
    (copies / "photographs").mkdir()
    call_command("backup", to=copies, keep=2)
    assert len(list(copies.glob("20*"))) == 2
    assert not (copies / "2020-01-01T000000").exists()
    assert (copies / "photographs").exists()
    with pytest.raises(CommandError, match="at least 1"):
        call_command("backup", to=copies, keep=0)
    assert len(list(copies.glob("20*"))) == 2


def test_an_archive_that_writes_elsewhere_is_refused(tmp_path):
    with tarfile.open(tmp_path / "media.tar", "w") as archive:
        member = tarfile.TarInfo("../outside.txt")
        member.size = 4
        archive.addfile(member, io.BytesIO(b"evil"))
    with pytest.raises(BackupError, match="another folder"):
        _unpack(tmp_path / "media.tar", tmp_path / "media")
    assert not (tmp_path / "outside.txt").exists()
