"""Installs what the tests need besides Python packages: PostgreSQL, Chromium and its driver's
library, xmllint.

As root on Debian they come by apt-get; anyone else is told in one sentence what to do.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from ctypes.util import find_library
from pathlib import Path

from tests.browser import find_chromium
from tests.postgres import binaries

LOG = Path("var/log/install.log")


def missing_packages(programs: Sequence[str]) -> list[str]:
    """The Debian packages still needed; `programs` are packages named after what they bring."""
    has = {
        "postgresql": os.environ.get("TEST_DATABASE_URL") or binaries(),
        "chromium": find_chromium(),
        # Playwright drives Chromium by a program that a bare Debian cannot load.
        "libatomic1": find_library("atomic"),
        "libxml2-utils": shutil.which("xmllint"),
        **{program: shutil.which(program) for program in programs},
    }
    return [package for package, found in has.items() if not found]


def install(packages: list[str]) -> None:
    # Runlevel 1 keeps the new PostgreSQL from starting a server of its own.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    wait = ["-o", "DPkg::Lock::Timeout=120"]
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("ab") as log:
        for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            subprocess.run(
                ["apt-get", *wait, *step],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                check=False,
            )


def main(*programs: str) -> None:
    if (packages := missing_packages(programs)) and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {', '.join(packages)} for the tests…", flush=True)
        install(packages)
    if packages := missing_packages(programs):
        sys.exit(
            f"The tests need {', '.join(packages)}: as root, apt-get install {' '.join(packages)},"
            " then run make again."
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
