"""A test client that watches every page of every test, so that a class of faults cannot return."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

import lxml.html
from django.conf import settings
from django.test import Client

# Wagtail writes its own pages; an embedded page is a part of another site's page.
NOT_OURS = re.compile(r"^/(admin|documents|_util)/")
# Only people who sign in carry a cookie.
MAY_SET_COOKIES = re.compile(r"^/(admin|(fr|br)/(espace|compte|accounts))/")
ASSETS = "//img|//script|//source|//iframe|//video|//audio|//object|//embed|//link[not(@rel) or \
contains('stylesheet icon preload modulepreload manifest', @rel)]"
OWN_HOSTS = {None, "testserver", "localhost", "127.0.0.1"}


class StrictClient(Client):
    """Fails the test that receives a page with a fault; `client.strict = False` looks away."""

    strict = True

    def request(self, **request):
        response = super().request(**request)
        path = request.get("PATH_INFO", "/")
        if self.strict and not NOT_OURS.match(path):
            faults = [*cookie_faults(response, path), *html_faults(response)]
            assert not faults, f"{path}: " + "; ".join(faults)
        return response


def cookie_faults(response, path: str) -> Iterator[str]:
    signed_in = settings.SESSION_COOKIE_NAME in response.client.cookies
    if response.cookies and not signed_in and not MAY_SET_COOKIES.match(path):
        yield f"sets a cookie for a visitor: {', '.join(response.cookies)}"


def html_faults(response) -> Iterator[str]:
    if response.streaming or not response.get("Content-Type", "").startswith("text/html"):
        return
    text = response.content.decode()
    if "<html" in text:
        yield from page_faults(text)


def page_faults(text: str) -> Iterator[str]:
    """What no page of the public site may contain."""
    page = lxml.html.document_fromstring(text)
    if len(page.xpath("//h1")) != 1:
        yield f"{len(page.xpath('//h1'))} <h1> instead of one"
    if not page.get("lang"):
        yield "<html> names no language"
    if leftover := re.search(r"\{\{|\{%|%\}", text):
        yield f"a stray template tag: {text[leftover.start() :][:40]!r}"
    yield from _inline_faults(page)
    yield from _reference_faults(page)


def _inline_faults(page) -> Iterator[str]:
    for element in page.iter("*"):
        for name in element.attrib:
            if name.startswith("on") or name == "style":
                yield f"inline {name} on <{element.tag}>"
    for element in page.xpath("//script[not(@src)]|//style"):
        if not element.get("nonce") and "json" not in element.get("type", ""):
            yield f"inline <{element.tag}> without nonce"


def _reference_faults(page) -> Iterator[str]:
    for element in page.xpath(ASSETS):
        for name in ("src", "href", "data", "poster"):
            if urlsplit(element.get(name) or "").hostname not in OWN_HOSTS:
                yield f"<{element.tag}> from a foreign host: {element.get(name)}"
    for element in page.xpath("//img[not(@alt)]"):
        yield f"an image without alt: {element.get('src')}"
    for name, count in Counter(page.xpath("//@id")).items():
        if count > 1:
            yield f"{count} elements have the id {name!r}"
