"""A first visit as deployed: HTTPS, HTTP/2, packed files, the shipped nginx file, a slow telephone.

    .venv/bin/python -m tools.first_visit       needs nginx and its brotli module, redis-server, npx

Prints for each kind of page what Lighthouse says (mobile, simulated slow 4G), and for all kinds the
EcoIndex. Lighthouse comes from the npm registry, at the version named here.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser import find_chromium
from tests.journeys.test_demo_pages import KINDS
from tools.behind_nginx import configuration, wait_for
from tools.bench.report import machine
from tools.deployed import PATIENCE, Site, free_port
from tools.ecoindex import ELEMENTS_OF_A_PAGE, grade, score

LIGHTHOUSE = "lighthouse@12.8.2"
ASKED = ("home", "calendar", "event", "guide", "places")
QUIET = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --ignore-certificate-errors --disable-background-networking --disable-component-update"
)


@contextmanager
def deployed(folder: Path) -> Iterator[str]:
    """The address of the demonstration behind nginx, with a certificate of its own."""
    site, port = Site(folder), free_port()
    site.environment |= {
        "BENCH_PAGE_CACHE": "60",
        "DJANGO_SETTINGS_MODULE": "tools.bench.deployed_settings",
    }
    site.start("collectstatic --noinput -v0")
    nginx = subprocess.Popen(["nginx", "-c", with_tls(configuration(folder, port, [site.port]))])
    try:
        wait_for(port)
        yield f"https://localhost:{port}"
    finally:
        nginx.terminate()
        nginx.wait(PATIENCE)
        site.stop()


def with_tls(whole: Path) -> Path:
    """The same configuration, with the lines for HTTPS."""
    folder = whole.parent
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=localhost", "-keyout", folder / "key.pem", "-out", folder / "certificate.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    served, kept = folder / "site.conf", "/etc/letsencrypt/live/numerique.example"
    text = served.read_text().replace(";  #plain", " ssl http2;")
    text = text.replace("    #tls ssl_", "    ssl_").replace(
        f"{kept}/fullchain.pem", f"{folder}/certificate.pem"
    )
    served.write_text(text.replace(f"{kept}/privkey.pem", f"{folder}/key.pem"))
    whole.write_text(whole.read_text().replace("http {", "http { include /etc/nginx/mime.types;"))
    return whole


def lighthouse(url: str) -> dict[str, Any]:
    """Scores of 100, LCP in seconds and CLS."""
    command = [
        "npx",
        "--yes",
        LIGHTHOUSE,
        url,
        "--quiet",
        "--output=json",
        f"--chrome-flags={QUIET}",
    ]
    told = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": str(find_chromium())},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    report = json.loads(told.stdout)
    audits = report["audits"]
    return {
        "scores": [round(one["score"] * 100) for one in report["categories"].values()],
        "lcp": audits["largest-contentful-paint"]["numericValue"] / 1000,
        "cls": audits["cumulative-layout-shift"]["numericValue"],
    }


def ecoindex(url: str) -> Iterator[tuple[str, int, int, float]]:
    """Of each kind of page: elements, requests, kilobytes over the wire."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_chromium(), args=QUIET.split())
        for kind, address in KINDS.items():
            page, answers = browser.new_page(ignore_https_errors=True), []
            page.on("response", lambda answer, seen=answers: seen.append(answer))
            page.goto(url + address)
            page.wait_for_load_state("networkidle")
            # A drawing that is picture and icon is asked twice and sent once.
            weights = {one.url: one.request.sizes()["responseBodySize"] for one in answers}
            weight = sum(weights.values()) / 1024
            yield kind, page.evaluate(ELEMENTS_OF_A_PAGE), len(answers), weight
            page.context.close()
        browser.close()


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="portal-visit-") as name:
        Path(name).chmod(0o755)
        with deployed(Path(name)) as url:
            print(f"({machine()})\n\n| page | Lighthouse | LCP | CLS |\n|---|---|---|---|")
            for kind in ASKED:
                lighthouse(url + KINDS[kind])  # nginx keeps the page from now on
                print(said(kind, lighthouse(url + KINDS[kind])), flush=True)
            print("\n| page | elements | requests | KB | EcoIndex |\n|---|---|---|---|---|")
            for kind, elements, requests, weight in ecoindex(url):
                points = score(elements, requests, weight)
                index = f"{points} {grade(points)}"
                print(f"| {kind} | {elements} | {requests} | {weight:.0f} | {index} |")


def said(kind: str, found: dict[str, Any]) -> str:
    scores = ", ".join(map(str, found["scores"]))
    return f"| {kind} | {scores} | {found['lcp']:.2f} s | {found['cls']:.2f} |"


if __name__ == "__main__":
    main()
