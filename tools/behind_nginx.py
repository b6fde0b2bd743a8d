"""Two processes of the site behind the shipped nginx file, asked by 256 connections at once.

    .venv/bin/python -m tools.behind_nginx      needs nginx, redis-server and wrk

One machine, one PostgreSQL, one Redis, gunicorn on two ports. Prints a line an address: answered by
nginx from what it keeps, then by the site from what it keeps itself.
"""

import socket
import subprocess
import tempfile
import time
from pathlib import Path

from tools.bench.report import machine
from tools.bench.serving import asked
from tools.deployed import KNOWN, PATIENCE, ROOT, Site, ask, free_port

CONNECTIONS = 256


def configuration(folder: Path, port: int, sites: list[int]) -> Path:
    """ops/nginx.conf with the paths and ports of this machine."""
    text = (ROOT / "ops" / "nginx.conf").read_text()
    for said, here in (
        ("server 127.0.0.1:8001;", "".join(f"server 127.0.0.1:{one}; " for one in sites)),
        ("listen 8080;", f"listen 127.0.0.1:{port};"),
        ("/etc/nginx/portal-proxy.conf", str(ROOT / "ops" / "nginx-proxy.conf")),
        ("/etc/nginx/portal-headers.conf", str(ROOT / "ops" / "nginx-headers.conf")),
        ("/var/lib/nginx/portal", str(folder / "cache")),
        ("/srv/portal/var/", f"{folder}/var/"),
    ):
        text = text.replace(said, here)
    (folder / "site.conf").write_text(text)
    whole = folder / "nginx.conf"
    whole.write_text(
        "include /etc/nginx/modules-enabled/*.conf;"
        f" worker_processes 2; pid {folder}/pid; error_log {folder}/log; daemon off;"
        f" events {{ worker_connections 2048; }} http {{ include {folder}/site.conf; }}"
    )
    return whole


def wait_for(port: int) -> None:
    """Until somebody listens there."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("nginx did not answer")


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="portal-nginx-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        site, second, port = Site(folder), free_port(), free_port()
        site.environment["BENCH_PAGE_CACHE"] = "60"
        site.start()
        other = site.serve(second)
        nginx = subprocess.Popen(["nginx", "-c", configuration(folder, port, [site.port, second])])
        try:
            wait_for(port)
            print(f"({machine()}; {CONNECTIONS} connections)")
            for address in KNOWN:
                for who, url in (("nginx", f"http://127.0.0.1:{port}"), ("the site", site.url)):
                    ask(url + address)
                    print(f"{address}, by {who}: {asked(url + address, CONNECTIONS)}", flush=True)
        finally:
            for process in (nginx, other):
                process.terminate()
                process.wait(PATIENCE)
            site.stop()


if __name__ == "__main__":
    main()
