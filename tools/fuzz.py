"""Asks the site what nobody should: `make fuzz` (N=… requests), and a short run in the suite.

    make fuzz N=100000      a demonstration of its own; prints every 5xx and slow answer

Addresses come from the site's own resolver and site map, parameters from the searches, values from
a corpus of known troublemakers and from chance. The same SEED asks the same things again.
"""

import logging
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

SLOW = 300  # milliseconds
VISIT = 100  # requests of one visitor
# Requests of one process. For each, Django's test client leaves two finalizers that never go
# (no server does); tens of thousands of them later, Python's collector takes half a second.
LIFE = 5_000
CORPUS = [
    "", "0", "-1", "1", "999999999999999999999", "1e400", "NaN", "null", "None", "true", "[]", "{}",
    "'", '"', "''", "\"'", "' OR 1=1 --", "%", "%%", "%s", "%00", "\x00", "a\x00b", "\\", "*", "(",
    "<script>alert(1)</script>", "{{ 7*7 }}", "${7*7}", "../../etc/passwd", "\r\nX-Injected: 1",
    "é", "c'h", "cʼh", "𝔘𝔫𝔦", "👩🏽‍💻", "‮", "ﷺ", "א", "\ud800", "a" * 10_000, " " * 500,
    "0000-00-00", "0001-01-01", "9999-12-31", "2026-02-30", "2026-11-25", "24:00", "25:61",
    "56121", "56999", "lorient", "An Oriant", "list", "month", "map", "today", "now", "1.5", "-0",
]  # fmt: skip
NAMES = (
    "q commune within from to when moment theme audience level format place language access online"
    " free seats dropin lent edition view page kind service need way open wifi breton paper text"
    " year helped state next lang preview token guard x[] x.y"
)
HOLES = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^)]*\))*\)")


class Asked(NamedTuple):
    method: str
    path: str
    data: dict[str, Any]


def requests(dice: random.Random, paths: list[str], patterns: list[str]) -> Iterator[Asked]:
    """One hostile request after the other, for ever."""
    while True:
        path = dice.choice(paths) if dice.random() < 0.6 else _path(dice, dice.choice(patterns))
        names = dice.choices(NAMES.split(), k=dice.randint(0, 5))
        data = {name: [_value(dice) for _n in range(dice.choice((1, 1, 1, 3)))] for name in names}
        yield Asked("POST" if dice.random() < 0.15 else "GET", path, data)


def public_patterns() -> list[str]:
    """The routes of the site, without the admin."""
    from django.urls import URLPattern, get_resolver

    def walk(resolver: Any, prefix: str = "") -> Iterator[str]:
        for one in resolver.url_patterns:
            if isinstance(one, URLPattern):
                yield prefix + str(one.pattern)
            else:
                yield from walk(one, prefix + str(one.pattern))

    return [one for one in walk(get_resolver()) if not one.startswith("admin/")]


def public_paths(client: Any) -> list[str]:
    """The addresses of the site map."""
    found = re.findall(r"<loc>https?://[^/]+([^<]*)</loc>", client.get("/sitemap.xml").text)
    return sorted(set(found)) or ["/fr/"]


def _path(dice: random.Random, pattern: str) -> str:
    pattern = pattern.replace("(?:fr|br)", dice.choice(("fr", "br")))
    filled = HOLES.sub(lambda hole: _hole(dice, hole), pattern)
    plain = re.sub(r"[\^$?]|\\(?=[.])", "", filled)
    return "/" + plain.replace("\\", "").replace("\r", "").replace("\n", "")


def _hole(dice: random.Random, hole: re.Match[str]) -> str:
    if hole[1] == "int":
        return str(dice.choice((0, 1, 3, 7, 31, 214, 10**9, 10**18)))
    return dice.choice(
        ("x", "agenda", "lieux", "csv", "ics", "2026-11-25", _value(dice)[:80] or "y")
    )


def _value(dice: random.Random) -> str:
    if dice.random() < 0.8:
        return dice.choice(CORPUS)
    return "".join(
        chr(dice.choice((dice.randint(1, 255), dice.randint(256, 0x2FFF)))) for _n in range(12)
    )


def answer(client: Any, asked: Asked) -> tuple[int, float]:
    """Status and milliseconds."""
    data = {
        name: [one.encode("utf-8", "replace").decode() for one in values]
        for name, values in asked.data.items()
    }
    started = time.perf_counter()
    status = getattr(client, asked.method.lower())(
        asked.path.encode("utf-8", "replace").decode(), data
    ).status_code
    return status, (time.perf_counter() - started) * 1000


@contextmanager
def demonstration() -> Iterator[None]:
    """A demonstration built for the occasion, read by this process."""
    with tempfile.TemporaryDirectory(prefix="portal-fuzz-") as folder:
        os.environ |= {"VAR_DIR": folder, "DJANGO_SETTINGS_MODULE": "tools.bench.settings"}
        os.environ.pop("DATABASE_URL", None)
        Path(folder, "static").mkdir()  # WhiteNoise warns of one that is missing
        for command in ("compile_words", "migrate", "demo"):
            subprocess.run(
                [sys.executable, "manage.py", command], check=True, stdout=subprocess.DEVNULL
            )
        import django

        django.setup()
        from portal.read_ahead import read_ahead

        read_ahead()
        logging.getLogger("django").setLevel(logging.CRITICAL)  # each refusal is expected
        yield


def fault_of(status: int, milliseconds: float) -> str:
    """What is wrong with an answer; nothing when it is well."""
    if status >= 500:
        return str(status)
    return f"slow {milliseconds:.0f} ms" if milliseconds > SLOW else ""


def visitor() -> Any:
    from django.test import Client

    return Client(raise_request_exception=False, SERVER_NAME="localhost")


def ask(count: int, seed: str) -> tuple[list[str], list[float]]:
    """(faults, milliseconds of each answer); prints each fault when it comes."""
    hostile = requests(random.Random(seed), public_paths(visitor()), public_patterns())
    faults, took = [], []
    for number, asked in zip(range(count), hostile, strict=False):
        if number % VISIT == 0:
            client = visitor()
        status, milliseconds = answer(client, asked)
        took.append(milliseconds)
        if fault := fault_of(status, milliseconds):
            faults.append(fault)
            print(fault, asked.method, repr(asked.path[:200]), str(asked.data)[:300], flush=True)
    return faults, took


def lives(count: int, seed: int) -> Iterator[tuple[list[str], list[float]]]:
    """What each process found, one after the other."""
    from django.db import connections

    for born in range(0, count, LIFE):
        connections.close_all()  # no child may write by its parent's hand
        with ProcessPoolExecutor(1, get_context("fork")) as process:
            yield process.submit(ask, min(LIFE, count - born), f"{seed} {born}").result()


def main(count: int, seed: int) -> None:
    faults, took = [], []
    with demonstration():
        for found, milliseconds in lives(count, seed):
            faults += found
            took += milliseconds
    slow = sum(fault.startswith("slow") for fault in faults)
    print(
        f"{count} requests, seed {seed}: {len(faults) - slow} broken, {slow} over {SLOW} ms,"
        f" {statistics.median(took):.0f} ms in the middle, {max(took):.0f} ms at most"
    )
    sys.exit(1 if len(faults) > slow else 0)


if __name__ == "__main__":
    main(int(os.environ.get("N") or 100_000), int(os.environ.get("SEED") or 1))
