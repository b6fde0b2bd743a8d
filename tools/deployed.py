"""The demonstration as deployed, on one machine: gunicorn, a PostgreSQL and a Redis of its own."""

import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote

from portal.catalogues import compile_changed
from tests.postgres import Server

ROOT = Path(__file__).resolve().parents[1]
KNOWN = ["/fr/", "/fr/agenda/", "/fr/lieux/", "/br/", "/fr/guides/mots-de-passe/", "/fr/aide/"]
ROUNDS = 10
PATIENCE = 40  # seconds


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ask(url: str) -> tuple[int, float]:
    """Status (0: no answer) and milliseconds."""
    started = time.perf_counter()
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            answer.read()
            status = answer.status
    except urllib.error.HTTPError as fault:
        status = fault.code
    except OSError:
        status = 0
    return status, (time.perf_counter() - started) * 1000


def gunicorn(
    port: int, environment: dict[str, str], errors: int | None = None
) -> "subprocess.Popen[bytes]":
    """The site as deployed, but for its workers: none ends after ten thousand requests."""
    program = str(Path(sys.executable).with_name("gunicorn"))
    options = f"--bind 127.0.0.1:{port} --max-requests 0 --log-level critical"
    return subprocess.Popen(
        [program, "portal.wsgi", "--config", "ops/gunicorn.conf.py", *options.split()],
        env={**environment, "MALLOC_ARENA_MAX": "1"},
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=errors,
    )


class Site:
    """Everything that runs, and what is asked of it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port, self.cache_port = folder, free_port(), free_port()
        # PostgreSQL runs as its own user, which may not look into our folder.
        self.place = Path(tempfile.mkdtemp(prefix="portal-postgres-"))
        self.database = Server(self.place)
        self.url = f"http://127.0.0.1:{self.port}"
        where = quote(str(self.place), safe="")
        self.environment = {
            **os.environ,
            "DATABASE_URL": f"postgres://postgres@{where}/postgres",
            "REDIS_URL": f"redis://127.0.0.1:{self.cache_port}/0",
            "VAR_DIR": str(folder / "var"),
            "DJANGO_SETTINGS_MODULE": "tools.bench.settings",
            "BENCH_PAGE_CACHE": "5",
        }
        (folder / "var").mkdir()

    def start(self, *before: str) -> None:
        """Fills the site and serves it; `before` that, other commands of the site."""
        compile_changed()  # addresses are translated too
        self.database.start()
        self.start_cache()
        for command in ("migrate -v0", "demo", *before):
            self.manage(*command.split())
        self.server = self.serve(self.port)
        until = time.monotonic() + PATIENCE
        while ask(f"{self.url}/healthz")[0] != 200 and time.monotonic() < until:
            time.sleep(0.2)

    def serve(self, port: int) -> "subprocess.Popen[bytes]":
        """One gunicorn more."""
        return gunicorn(port, self.environment, errors=subprocess.DEVNULL)

    def start_cache(self) -> None:
        options = f"--port {self.cache_port} --save --appendonly no --dir {self.folder}"
        self.cache = subprocess.Popen(
            ["redis-server", *options.replace("--save", "--save ''").split()],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(1)

    def stop(self) -> None:
        for process in (self.server, self.cache):
            process.send_signal(signal.SIGCONT)
            process.terminate()
            process.wait(PATIENCE)
        self.database.stop()
        shutil.rmtree(self.place, ignore_errors=True)

    def workers(self) -> list[int]:
        children = Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children")
        return [int(child) for child in children.read_text().split()]

    def manage(self, *command: str, **environment: str) -> str:
        """What a command of the site prints."""
        return self._told(["manage.py", *command], environment)

    def run(self, module: str, *arguments: str) -> str:
        """What a module prints that runs with the site's settings."""
        return self._told(["-m", module, *arguments], {})

    def _told(self, command: list[str], environment: dict[str, str]) -> str:
        return subprocess.run(
            [sys.executable, *command],
            env=self.environment | environment, cwd=ROOT, check=True,
            stdout=subprocess.PIPE, text=True,
        ).stdout  # fmt: skip


def visits(site: Site, addresses: list[str]) -> str:
    """« 60 of 60 answered 200, 4 ms in the middle, 12 ms at most »."""
    found = [ask(site.url + address) for _round in range(ROUNDS) for address in addresses]
    well = sum(status == 200 for status, _ms in found)
    others = sorted({status for status, _ms in found} - {200})
    took = [ms for _status, ms in found]
    said = f"{well} of {len(found)} answered 200"
    said += f" (others: {', '.join(map(str, others))})" if others else ""
    return f"{said}, {statistics.median(took):.0f} ms in the middle, {max(took):.0f} ms at most"
