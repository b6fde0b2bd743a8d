"""Measures each address inside one process: queries, processor of site and database, weight.

python -m tools.bench.pages     prints JSON: {name: {queries, cpu, constant, db, bytes, cached}}
"""

import gzip
import json
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any

import django

from portal.stack import roomy
from tools.bench.addresses import ADDRESSES, DESK

TIMES, CACHED_TIMES = 11, 101
TICK = 1000 / os.sysconf("SC_CLK_TCK")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tools.bench.settings")
    django.setup()
    from django.contrib.auth import get_user_model
    from django.test import Client

    coordinator, _created = get_user_model().objects.get_or_create(
        username="bench", defaults={"is_superuser": True}
    )
    client = Client(headers={"Accept-Encoding": "gzip"}, SERVER_NAME="localhost")
    found = {}
    for name, (address, *_promised) in ADDRESSES.items():
        client.logout()
        if address == DESK:
            client.force_login(coordinator)
        found[name] = roomy(measured)(client, address)  # as portal/wsgi.py calls the site
    json.dump(found, sys.stdout)


def measured(client: Any, address: str) -> dict[str, float]:
    """Medians: `cpu`, `db` and `cached` in milliseconds, `bytes` compressed.

    `constant` says how many constant views the page costs, each time beside one: a machine that
    others use too is slower for both.
    """
    from django.conf import settings
    from django.core.cache import cache
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    settings.PAGE_CACHE_SECONDS = 0
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    queries = len(asked)  # now: the next request empties the list
    assert answer.status_code == 200, (address, answer.status_code)
    body = answer.content
    packed = body if answer.get("Content-Encoding") == "gzip" else gzip.compress(body, 6)
    before = _database_milliseconds()
    pairs = [(_milliseconds(client, address), _yardstick(client)) for _time in range(TIMES)]
    database = (_database_milliseconds() - before) / TIMES
    settings.PAGE_CACHE_SECONDS = 3600
    cache.clear()
    client.get(address)
    cached = [_milliseconds(client, address) for _time in range(CACHED_TIMES)]
    return {
        "queries": queries,
        "cpu": statistics.median(page for page, _constant in pairs),
        "constant": statistics.median(page / constant for page, constant in pairs),
        "db": database,
        "bytes": len(packed),
        "cached": statistics.median(cached),
    }


def _yardstick(client: Any) -> float:
    """One constant view, median of three."""
    constant, *_promised = ADDRESSES["constant view"]
    return statistics.median(_milliseconds(client, constant) for _time in range(3))


def _milliseconds(client: Any, address: str) -> float:
    start = time.process_time()
    client.get(address)
    return (time.process_time() - start) * 1000


def _database_milliseconds() -> float:
    """Processor of PostgreSQL's process behind this connection; 0 for the embedded database."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (process,) = cursor.fetchone()
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * TICK


if __name__ == "__main__":
    main()
