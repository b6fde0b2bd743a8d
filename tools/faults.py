"""`make faults`: what a visitor sees while the cache, the database, a worker or the mail is away.

Builds the demonstration on a PostgreSQL and a Redis of its own, serves it by gunicorn as deployed,
and breaks one thing after the other. Prints a table for docs/reliability.md; about four minutes.
"""

import os
import signal
import socket
import subprocess
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.mail_server import MailServer
from tools.bench.report import machine
from tools.deployed import KNOWN, Site, ask, visits


class Told(list[tuple[str, str]]):
    """What was broken, and what was seen."""

    def say(self, what: str, seen: str) -> None:
        self.append((what, seen))
        print(f"{what}: {seen}", flush=True)


def cache_database_and_worker(site: Site, told: Told) -> None:
    told.say("all is well, first visits", visits(site, KNOWN))
    told.say("all is well, kept pages", visits(site, KNOWN))
    site.cache.send_signal(signal.SIGSTOP)
    told.say("the cache is frozen", visits(site, KNOWN))
    site.cache.send_signal(signal.SIGCONT)
    time.sleep(6)
    visits(site, KNOWN)
    time.sleep(6)  # every kept page is now old, so that it must be made again
    site.database.stop()
    told.say("the database is away: pages known before", visits(site, KNOWN))
    told.say("the database is away: another page", str(ask(f"{site.url}/fr/credits/")[0]))
    told.say("the database is away: /readyz", str(ask(f"{site.url}/readyz")[0]))
    site.database.start()
    time.sleep(1)
    told.say("the database is back", visits(site, KNOWN))
    os.kill(site.workers()[0], signal.SIGKILL)
    told.say("a worker was killed by -9", visits(site, KNOWN))
    site.cache.kill()
    site.cache.wait()
    told.say("the cache is gone", visits(site, KNOWN))
    site.start_cache()
    time.sleep(6)
    told.say("the cache is back, empty", visits(site, KNOWN))


def mail(site: Site, told: Told) -> None:
    """Refused, then hanging, then well; waiting for the next try is cut short."""
    server = MailServer()
    inside = partial(site.run, "tools.inside")
    inside("write", "3")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        told.say("the mail server refuses", send(site, closed.getsockname()[1]))
    server.mood = "hanging"
    inside("hurry")
    with ThreadPoolExecutor() as beside:
        sending = beside.submit(send, site, server.port)
        seen = visits(site, KNOWN)
        told.say("the mail server hangs", f"{sending.result()}; meanwhile {seen}")
    server.mood = "well"
    inside("hurry")
    said = send(site, server.port)
    told.say("the mail server is back", f"{said}; {len(server.received)} messages arrived of 3")


def send(site: Site, port: int) -> str:
    """What the timer's command says, and how long it took."""
    started = time.monotonic()
    said = site.manage("send_outbox", BENCH_MAIL_PORT=str(port))
    return f"{said.strip()}, in {time.monotonic() - started:.1f} s"


def disk(site: Site, told: Told) -> None:
    """A disk of two megabytes, filled; only root can make one."""
    media = site.folder / "var" / "media"
    media.mkdir(exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(media)]
    if os.geteuid() or subprocess.run(mount, check=False).returncode:
        told.say("the disk of files is full", "not tried: no disk could be made here")
        return
    try:
        told.say("the disk of files is full", site.run("tools.inside", "upload").strip())
        told.say("the disk of files is full: pages", visits(site, KNOWN))
    finally:
        subprocess.run(["umount", str(media)], check=True)


def clock(site: Site, told: Told) -> None:
    for change in ("2026-10-25", "2027-03-28"):
        told.say(f"the hour changes on {change}", site.run("tools.inside", "hours", change).strip())


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="portal-faults-") as folder:
        site, told = Site(Path(folder)), Told()
        try:
            site.start()
            for broken in (cache_database_and_worker, mail, disk, clock):
                broken(site, told)
        finally:
            site.stop()
    print(f"\n({machine()})\n\n| what is broken | what visitors see |\n|---|---|")
    print("\n".join(f"| {what} | {seen} |" for what, seen in told))


if __name__ == "__main__":
    main()
