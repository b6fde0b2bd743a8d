"""`make run` answers bad luck with one sentence, a failure, and nothing half-written."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tools import serve

ROOT = Path(__file__).resolve().parents[2]
# An old Python tells its version, and fails at whatever else is asked.
OLD_PYTHON = '#!/bin/sh\n[ "$1" = -V ] && echo "Python 3.9.2" && exit\nexit 1\n'
OLD_ADVICE = "Python 3.9.2 is too old: install Python 3.11 or newer, then: make PYTHON=python3.11\n"
NO_PYTHON = (
    "Python is missing: install Python 3.11 or newer (on Debian: apt-get install python3).\n"
)


@pytest.fixture
def clone(tmp_path):
    for name in ("tools/environment.sh", "requirements.txt"):
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, target)
    return tmp_path


def environment(clone, python):
    return subprocess.run(
        [clone / "tools/environment.sh", "requirements.txt"],
        env={**os.environ, "PYTHON": str(python)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_missing_python_is_one_sentence(clone):
    done = environment(clone, "no-such-python")
    assert (done.returncode, done.stderr) == (1, NO_PYTHON)


def test_an_old_python_is_one_sentence(clone):
    old = clone / "old-python"
    old.write_text(OLD_PYTHON)
    old.chmod(0o755)
    done = environment(clone, old)
    assert (done.returncode, done.stderr) == (1, OLD_ADVICE)
    assert not (clone / ".venv").exists()


def test_an_environment_that_is_up_to_date_is_left_alone(clone):
    (clone / ".venv/bin").mkdir(parents=True)
    python = clone / ".venv/bin/python"
    python.write_text("#!/bin/sh\nexit 0\n")
    python.chmod(0o755)
    digest = subprocess.check_output(["sha256sum", clone / "requirements.txt"], text=True)
    (clone / ".venv/installed").write_text(f"requirements.txt {digest.split()[0]}\n")
    done = environment(clone, "no-such-python")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_busy_port_is_one_sentence():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Port {port} is busy: choose another one"):
            serve.check_port(str(port))


@pytest.mark.parametrize("port", ["", "abc", "0", "65536", "-1"])
def test_a_port_that_is_none_is_one_sentence(port):
    with pytest.raises(SystemExit, match="is not a port"):
        serve.check_port(port)


@pytest.mark.parametrize("address", ["postgres://nobody@127.0.0.1:1/none", "nonsense://x"])
def test_a_wrong_database_is_one_sentence(address):
    done = subprocess.run(
        [sys.executable, "-m", "tools.serve", "18765"],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": address},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("The database does not answer (")
    assert done.stderr.count("\n") == 1
