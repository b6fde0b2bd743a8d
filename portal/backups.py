"""A copy of everything the site knows, and the way back; what people had erased stays erased.

One folder for each backup: the database (SQLite's own file, or pg_dump's), the uploaded files, and
manifest.json, which says how many rows each table has, their digest, and that of each file. A
journal beside the folders holds the marks of erasures made since, in case the database is lost.
"""

import hashlib
import json
import os
import shutil
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import timezone
from django.utils.connection import ConnectionProxy

from portal.models.erasures import Erasure

MANIFEST = "manifest.json"


class BackupError(Exception):
    """Said to whoever started it, in one sentence."""


def back_up(folder: Path) -> dict[str, Any]:
    """Writes a backup into a new folder; what its manifest says.

    Rows are counted in the copy, and files in the archive: the site goes on writing meanwhile.
    """
    folder.mkdir(parents=True)
    copied = _copy_sqlite if connection.vendor == "sqlite" else _copy_postgres
    manifest = {
        "database": connection.vendor,
        "at": timezone.now().isoformat(),
        "tables": copied(folder / "database"),
    }
    media = Path(settings.MEDIA_ROOT)
    with tarfile.open(folder / "media.tar", "w") as archive:
        if media.exists():
            archive.add(media, arcname=".")
    manifest["files"] = dict(_packed(folder / "media.tar"))
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1))
    return manifest


def _copy_sqlite(path: Path) -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(path)])
    copy = connection.copy()
    copy.settings_dict["NAME"] = str(path)
    copy.settings_dict["OPTIONS"].pop("init_command", None)  # a copy keeps no journal beside it
    try:
        return dict(tables(copy))
    finally:
        copy.close()


def _copy_postgres(path: Path) -> dict[str, Any]:
    """pg_dump and our own reading, both of one moment."""
    reader = connection.copy()
    try:
        with reader.cursor() as cursor:
            cursor.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            (moment,) = cursor.fetchone()
        options = ("--format=custom", "--no-owner", f"--snapshot={moment}", f"--file={path}")
        _postgres("pg_dump", *options)
        return dict(tables(reader))
    finally:
        reader.close()


def restore(folder: Path, *, replace: bool) -> list[str]:
    """Loads a backup; what differs from its manifest afterwards (nothing, if all is well)."""
    manifest = _manifest(folder)
    if manifest["database"] != connection.vendor:
        raise BackupError(f"This backup is of {manifest['database']}: name such a database.")
    if not replace and _holds_pages():
        raise BackupError("The database is not empty: add --replace to lose what it holds.")
    if connection.vendor == "sqlite":
        target = Path(connection.settings_dict["NAME"])
        connection.close()
        for old in (target, *target.parent.glob(f"{target.name}-*")):
            old.unlink(missing_ok=True)
        shutil.copyfile(folder / "database", target)
    else:
        connection.close()
        _postgres("pg_restore", "--clean", "--if-exists", "--no-owner", str(folder / "database"))
    _unpack(folder / "media.tar", Path(settings.MEDIA_ROOT))
    return differences(manifest)


def _unpack(packed: Path, media: Path) -> None:
    """Plain files only, and none outside `media`. (Debian 12's Python 3.11.2 has no filter yet.)"""
    media = media.resolve()
    media.mkdir(parents=True, exist_ok=True)
    with tarfile.open(packed) as archive:
        for member in filter(tarfile.TarInfo.isfile, archive):
            target = (media / member.name).resolve()
            content = archive.extractfile(member)
            if not target.is_relative_to(media) or content is None:
                raise BackupError(f"{packed.name} holds a file of another folder: {member.name}")
            target.parent.mkdir(parents=True, exist_ok=True)
            with target.open("wb") as written:
                shutil.copyfileobj(content, written)


def differences(manifest: dict[str, Any]) -> list[str]:
    """Tables and files that are not as the manifest says."""
    there = dict(tables())
    faults = [name for name, said in manifest["tables"].items() if there.get(name) != said]
    found = dict(files(Path(settings.MEDIA_ROOT)))
    return faults + [name for name, mark in manifest["files"].items() if found.get(name) != mark]


def tables(
    database: BaseDatabaseWrapper | ConnectionProxy = connection,
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each table: how many rows, and one digest of them all in the order of their text."""
    names = [name for name in database.introspection.table_names() if "_fts" not in name]
    with database.cursor() as cursor:
        for name in sorted(names):
            cursor.execute(f"SELECT * FROM {database.ops.quote_name(name)}")
            marks = sorted(map(_mark, cursor))
            digest = hashlib.sha256(b"".join(marks)).hexdigest()
            yield name, {"rows": len(marks), "digest": digest}


def _mark(row: tuple[Any, ...]) -> bytes:
    """A digest of a row. PostgreSQL's bytes come as views, whose text is their address."""
    plain = tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
    return hashlib.sha256(repr(plain).encode()).digest()


def files(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), hashlib.sha256(path.read_bytes()).hexdigest()


def _packed(archive: Path) -> Iterator[tuple[str, str]]:
    """The files of an archive, as `files` names and marks them."""
    with tarfile.open(archive) as opened:
        for member in filter(tarfile.TarInfo.isfile, opened):
            content = opened.extractfile(member)
            assert content is not None, "a plain file has a content"
            digest = hashlib.file_digest(content, "sha256").hexdigest()  # type: ignore[arg-type]
            yield str(PurePosixPath(member.name)), digest


def journal() -> Path:
    return Path(settings.VAR) / "backups" / "erasures.log"


def note_erasure(treatment: str, mark: str) -> None:
    """One line more in the journal; a full disk never keeps anybody from being erased."""
    try:
        journal().parent.mkdir(parents=True, exist_ok=True)
        with journal().open("a") as lines:
            lines.write(f"{timezone.now():%Y-%m-%d} {treatment} {mark}\n")
    except OSError:
        pass


def read_journal() -> int:
    """Takes the erasures of the journal into the database; how many were not there."""
    if not journal().exists():
        return 0
    rows = [line.split() for line in journal().read_text().splitlines()]
    made = [
        Erasure.objects.get_or_create(treatment=row[1], mark=row[2])[1]
        for row in rows
        if len(row) == 3
    ]
    return sum(made)


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text())
    except (OSError, ValueError) as fault:
        raise BackupError(f"{folder} holds no backup: its {MANIFEST} cannot be read.") from fault
    return manifest


def _holds_pages() -> bool:
    if "wagtailcore_page" not in connection.introspection.table_names():
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM wagtailcore_page")
        return bool(cursor.fetchone()[0] > 2)  # Wagtail's root, and its welcome


def _postgres(program: str, *options: str) -> None:
    """PostgreSQL's own tools, on the database of the settings."""
    if not shutil.which(program):
        raise ImproperlyConfigured(f"{program} is missing: apt-get install postgresql-client.")
    asked = connection.settings_dict
    names = {"--host": "HOST", "--port": "PORT", "--username": "USER", "--dbname": "NAME"}
    where = [f"{option}={asked[name]}" for option, name in names.items() if asked[name]]
    environment = {**os.environ, "PGPASSWORD": asked["PASSWORD"] or ""}
    done = subprocess.run(
        [program, *where, *options], env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BackupError(f"{program}: {done.stderr.strip().splitlines()[-1]}")
