"""The resident's browser: the system's Chromium, driven by Playwright, watched for faults."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, sync_playwright

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The first is needed as root, the others keep Chromium from calling its maker.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
)
AXE_RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
# What a change of colours alone may break.
AXE_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
LOCAL_HOSTS = {"127.0.0.1", "localhost", ""}


def find_chromium() -> str | None:
    """The browser named by CHROMIUM, else the first one on the PATH."""
    named = os.environ.get("CHROMIUM")
    return next(filter(None, map(shutil.which, [named] if named else PROGRAMS)), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(ARGUMENTS), headless=True
        )
        yield browser
        browser.close()


class Visits:
    """Opens pages as different visitors do, and remembers what went wrong on any of them."""

    def __init__(self, browser: Browser, base_url: str):
        self.browser, self.base_url = browser, base_url
        self.contexts, self.faults = [], []

    def __call__(self, width: int = 1280, *, height: int = 800, locale="fr-FR", **context) -> Page:
        """A new visitor's empty page; `context` goes to Playwright (java_script_enabled=False…)."""
        visitor = self.browser.new_context(
            viewport={"width": width, "height": height},
            base_url=self.base_url,
            locale=locale,
            **{"service_workers": "block", **context},
        )
        visitor.set_default_timeout(30_000)
        visitor.route(_is_foreign, self._refuse)
        self.contexts.append(visitor)
        page = visitor.new_page()
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.faults.append(f"script failed: {error}"))
        return page

    def _refuse(self, route) -> None:
        self.faults.append(f"asked a foreign host: {route.request.url}")
        route.abort()

    def _hear(self, message) -> None:
        # A page that answers 404 on purpose is no fault of a script.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.faults.append(f"console: {message.text}")

    def close(self) -> None:
        for context in self.contexts:
            context.close()


def _is_foreign(url: str) -> bool:
    address = urlsplit(url)
    return address.scheme in {"http", "https"} and address.hostname not in LOCAL_HOSTS


def follow(link: Locator) -> None:
    """Clicks, and waits for the whole page it leads to: a click alone returns at its first byte."""
    with link.page.expect_navigation():
        link.click()


def sign_in(page: Page) -> None:
    """Into the admin, as the `admin_user` of pytest-django."""
    page.goto("/admin/login/")
    page.fill('input[name="username"]', "admin")
    page.fill('input[name="password"]', "password")
    follow(page.locator('button[type="submit"]'))


def axe_faults(page: Page, rules: dict = AXE_RULES) -> list[str]:
    """What axe finds on the page, a line each: rule, why, and the element."""
    page.wait_for_load_state("load")  # a click returns before the style sheet is there
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("rules => axe.run(document, { runOnly: rules })", rules)["violations"]
    return [
        f"{fault['id']} ({fault['impact']}): {fault['help']} — {node['html'][:160]}"
        for fault in found
        for node in fault["nodes"]
    ]
