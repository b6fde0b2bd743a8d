"""Runs every test twice at once, on SQLite and on PostgreSQL, and ends with one summary.

Tests that use no database, and the browser's journeys, run on one side only
(tests/conftest.py shares them out). `python -m pytest tests/…` alone is the quick way, on SQLite.
"""

import os
import signal
import subprocess
import sys
from contextlib import nullcontext

from tests.postgres import private_server

SIDES = [f"--tx=popen//env:TEST_DATABASE={database}" for database in ("sqlite", "postgres")]


def main(arguments: list[str]) -> int:
    # A stopped run must stop its PostgreSQL too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    given = os.environ.get("TEST_DATABASE_URL")
    with nullcontext(given) if given else private_server() as url:
        return subprocess.run(
            [sys.executable, "-m", "pytest", "--dist=each", *SIDES, *arguments],
            env={**os.environ, "TEST_DATABASE_URL": url},
            stdin=subprocess.DEVNULL,
            check=False,
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
