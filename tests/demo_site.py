"""The demonstration, built and served as `make run` does, for the tests of every kind of page."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import databases

PATIENCE = 30  # seconds


@contextmanager
def demo_site() -> Iterator[str]:
    """The address of a running site that holds the demonstration; about a minute to build."""
    databases.FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=databases.FOLDER) as folder:
        if databases.template().exists():  # already migrated: half the time
            shutil.copyfile(databases.template(), Path(folder) / "portal.sqlite3")
        environment = {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "VAR_DIR": folder,
            "DJANGO_SETTINGS_MODULE": "tests.demo_settings",
        }
        for command in ("compile_words", "migrate", "demo"):
            _run([sys.executable, "manage.py", command], environment)
        with _served(environment) as address:
            yield address


def _run(command: list[str], environment: dict[str, str]) -> None:
    done = subprocess.run(
        command, cwd=databases.ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@contextmanager
def _served(environment: dict[str, str]) -> Iterator[str]:
    port = _free_port()
    server = subprocess.Popen(
        [sys.executable, "manage.py", "runserver", f"127.0.0.1:{port}", "--noreload"],
        cwd=databases.ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=2)
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError(f"the site did not answer at {address}")
