"""Fills sites of several sizes on both databases, measures them, and writes docs/performance.md.

make bench                                      everything: about half an hour on two cores
make bench ARGS="--sizes 1000 --databases sqlite"   one column, to try a change
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from portal.catalogues import compile_changed
from tests.postgres import private_server
from tools.bench import report

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "var" / "bench"
SIZES, DATABASES = (1_000, 10_000, 100_000), ("sqlite", "postgres")


def main() -> None:
    asked = _arguments()
    FOLDER.mkdir(parents=True, exist_ok=True)
    compile_changed()  # addresses are translated too
    found: dict[str, Any] = {}
    for database in asked.databases:
        with served(database) as url:
            found[database] = measured(url, asked.sizes, serve=not asked.quick)
    (FOLDER / "found.json").write_text(json.dumps(found, indent=1))
    print(report.table(found))
    if not asked.quick and tuple(asked.sizes) == SIZES and tuple(asked.databases) == DATABASES:
        report.write(found, ROOT / "docs" / "performance.md")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--databases", nargs="+", choices=DATABASES, default=DATABASES)
    parser.add_argument("--quick", action="store_true", help="without gunicorn and wrk")
    return parser.parse_args()


@contextmanager
def served(database: str) -> Iterator[str]:
    """The address of an empty database."""
    if database == "postgres":
        with private_server() as url:
            yield url
    else:
        path = FOLDER / "bench.sqlite3"
        for old in FOLDER.glob("bench.sqlite3*"):
            old.unlink()
        yield f"sqlite:///{path}"


def measured(url: str, sizes: list[int], *, serve: bool) -> dict[str, Any]:
    """What was found at each size; the dates of one size are added to those of the last."""
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "VAR_DIR": str(FOLDER / urlsplit(url).scheme),
        "DJANGO_SETTINGS_MODULE": "tools.bench.settings",
    }
    shutil.rmtree(environment["VAR_DIR"], ignore_errors=True)
    Path(environment["VAR_DIR"]).mkdir(parents=True)
    found: dict[str, Any] = {"migrate": _seconds(["manage.py", "migrate", "-v0"], environment)}
    found["demo"] = _seconds(["manage.py", "demo"], environment)
    there = 0
    for size in sizes:
        fill = ["manage.py", "bench_data", "--occurrences", str(size - there), "--seed", str(size)]
        filled, there = _seconds(fill, environment), size
        found[str(size)] = _answer("tools.bench.pages", environment) | {"filled": filled}
    if serve:
        found["served"] = _answer("tools.bench.serving", environment)
    return found


def _seconds(command: list[str], environment: dict[str, str]) -> float:
    """Processor seconds of a command of the site."""
    before = sum(os.times()[2:4])
    subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True)
    return sum(os.times()[2:4]) - before


def _answer(module: str, environment: dict[str, str]) -> dict[str, Any]:
    print(f"{time.strftime('%H:%M:%S')} {module}", file=sys.stderr, flush=True)
    command = [sys.executable, "-m", module]
    told = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE)
    return json.loads(told.stdout)


if __name__ == "__main__":
    main()
