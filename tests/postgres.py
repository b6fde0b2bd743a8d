"""A private PostgreSQL for one test run: in a temporary folder, reached by a socket, no port."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

# Nothing here must survive a power cut; all of it must be fast.
SERVER_OPTIONS = (
    "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    " -c autovacuum=off -c max_connections=60 -c timezone=UTC"
)


def binaries() -> Path | None:
    """The folder that holds initdb, pg_ctl and postgres: the newest Debian one, else PATH's."""
    debian = Path("/usr/lib/postgresql").glob("*/bin")
    newest_first = sorted(debian, key=lambda folder: float(folder.parent.name), reverse=True)
    on_path = shutil.which("initdb")
    for folder in [*newest_first, *([Path(on_path).resolve().parent] if on_path else [])]:
        if all((folder / name).exists() for name in ("initdb", "pg_ctl", "postgres")):
            return folder
    return None


@contextmanager
def private_server() -> Iterator[str]:
    """Starts a server and gives its address as a DATABASE_URL; stops it in every case."""
    folder = Path(tempfile.mkdtemp(prefix="portal-postgres-"))
    server = Server(folder)
    try:
        server.start()
        yield f"postgres://postgres@{quote(str(folder), safe='')}/postgres"
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


class Server:
    """PostgreSQL refuses to run as root, so root starts it as its own user."""

    def __init__(self, folder: Path):
        self.folder, self.data = folder, folder / "data"
        self.user = _unprivileged_user() if os.geteuid() == 0 else None
        if self.user:
            os.chown(folder, self.user.pw_uid, self.user.pw_gid)

    def start(self) -> None:
        settings = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync"]
        if not self.data.exists():
            self.run("initdb", *settings, "--locale=C.UTF-8", "-D", str(self.data))
        options = f"{SERVER_OPTIONS} -k {self.folder}"
        log = str(self.folder / "log")
        self.run("pg_ctl", "-D", str(self.data), "-l", log, "-w", "-o", options, "start")

    def stop(self) -> None:
        if (self.data / "postmaster.pid").exists():
            self.run("pg_ctl", "-D", str(self.data), "-w", "-m", "immediate", "stop")

    def run(self, program: str, *arguments: str) -> None:
        identity = {}
        if self.user:
            identity = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []}
        # To a file: the server keeps its output open, and a pipe would wait for it for ever.
        with (self.folder / f"{program}.out").open("w+") as output:
            done = subprocess.run(
                [str(binaries() / program), *arguments],
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                **identity,
            )
            output.seek(0)
            if done.returncode:
                raise RuntimeError(f"{program} failed: {output.read()[-2000:]}")


def _unprivileged_user() -> pwd.struct_passwd:
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]
