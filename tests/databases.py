"""Migrates the SQLite test database once, and copies it for every later run.

Migrating costs 20 seconds of processor; the copy lives under var/test, named after everything
that can change its content, so a new migration makes a new one.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "test"


def template() -> Path:
    """Where the migrated database is kept, or will be."""
    files = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("portal/settings/*.py")]
    digest = hashlib.sha256()
    for path in sorted([*files, ROOT / "requirements.txt"]):
        digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return FOLDER / f"migrated-{digest.hexdigest()[:16]}.sqlite3"


@contextmanager
def copied() -> Iterator[bool]:
    """Points the test database to a file of its own; true when that file is already migrated."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        own = Path(folder) / "test.sqlite3"
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(own)
        connection.settings_dict["TEST"]["NAME"] = str(own)
        if kept := template().exists():
            shutil.copyfile(template(), own)
        yield kept


def keep() -> None:
    """Keeps the freshly migrated database for the next run."""
    for older in FOLDER.glob("migrated-*"):
        older.unlink(missing_ok=True)
    fresh = template().with_suffix(f".{os.getpid()}")
    fresh.unlink(missing_ok=True)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(fresh)])
    fresh.replace(template())
