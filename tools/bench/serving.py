"""Measures a served site: gunicorn as deployed, asked by wrk for a few seconds each.

python -m tools.bench.serving     prints JSON: {name: {rate, p50, p99, errors}, …, "memory": MB}
"""

import json
import os
import re
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tools.bench.addresses import ADDRESSES, DESK
from tools.deployed import free_port, gunicorn

SECONDS, CONNECTIONS = 3, 16
WARM_UPS = 8
MIXED_ROUNDS = 370  # about 10,000 requests
ASKED = ("home", "calendar", "event", "guide", "places", "search, a rare word", "constant view")
PUBLIC = [address for address, *_promised in ADDRESSES.values() if address != DESK]
UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0}
PATIENCE = 40  # seconds


def main() -> None:
    found: dict[str, object] = {}
    for kept in ("0", "3600"):
        with Served(kept) as site:
            for name in ASKED:
                found[f"{name}|{kept}"] = asked(site.url + ADDRESSES[name][0])
            if kept == "3600":
                found["memory"] = site.memory_after_mixed_requests()
    json.dump(found, sys.stdout)


def asked(url: str, connections: int = CONNECTIONS) -> dict[str, float]:
    """Requests a second, and latencies in milliseconds, once both workers know their indexes.

    The first requests pack as wrk's do: nginx keeps one answer for each way to pack.
    """
    for _time in range(WARM_UPS):
        first = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
        urllib.request.urlopen(first, timeout=60).read()
    command = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency"]
    command += ["-H", "Accept-Encoding: gzip", url]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", told)
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", told)[1]),
        "p50": _milliseconds(told, "50%"),
        "p99": _milliseconds(told, "99%"),
        "errors": int(failed[1]) if failed else 0,
    }


def _milliseconds(told: str, share: str) -> float:
    value, unit = re.search(rf"{share}\s+([\d.]+)(us|ms|s)", told).groups()
    return float(value) * UNITS[unit]


class Served:
    """Two workers of four threads, as deployed."""

    def __init__(self, kept: str) -> None:
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        settings = {"DJANGO_SETTINGS_MODULE": "tools.bench.settings", "BENCH_PAGE_CACHE": kept}
        self.process = gunicorn(port, {**os.environ, **settings})

    def __enter__(self) -> "Served":
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"{self.url}/healthz", timeout=2).read()
                return self
            except OSError:
                time.sleep(0.2)
        raise SystemExit("gunicorn did not answer")

    def __exit__(self, *_error: object) -> None:
        self.process.terminate()
        self.process.wait(PATIENCE)

    def memory_after_mixed_requests(self) -> float:
        """The largest worker, in MB, after every address was asked many times, none kept."""
        rounds = range(MIXED_ROUNDS)
        for number in rounds:
            for address in PUBLIC:
                mark = "&" if "?" in address else "?"
                # A parameter nobody knows keeps the answer out of the cache, one time in four.
                own = f"{mark}round={number}" if number % 4 == 0 else ""
                urllib.request.urlopen(self.url + address + own, timeout=60).read()
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return max(_megabytes(child) for child in children.split())


def _megabytes(process: str) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


if __name__ == "__main__":
    main()
