"""Whole pages kept for visitors, so that most visits cost one look-up and no database.

Kept as they leave the site, compressed and with their headers, for one address and its allowed
parameters. Visitors carry no cookie; whoever signs in is never answered from here.

    fresh    a minute, unless an editor published or a seat was taken meanwhile (`forget_pages`)
    stale    while another visitor's request is renewing the page
    rescue   for a day, whenever the site would answer with an error of its own
"""

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language_from_path, get_language_from_request

from portal.compression import encoding_of

GENERATION = "pages.generation"
RESCUE = 24 * 3600  # seconds
RENEWING = 10  # seconds one request may take before another tries too
LARGEST = 512 * 1024  # bytes
LONGEST_QUERY = 400  # characters
FOR_PROXIES = "public, max-age=0, s-maxage={fresh}, stale-while-revalidate=60, stale-if-error=86400"
# Whole addresses or beginnings of addresses that are not pages for everyone.
NEVER = ("/admin/", "/documents/", "/healthz", "/readyz", "/static/", "/media/")
# The names of the searches: an address with any other is answered, but not kept.
PARAMETERS = """
    q commune within from to when moment theme audience level format place language access online
    free seats dropin lent edition view refine page kind service need way open wifi breton paper
    text
"""
# Rows that pages show: ours and Wagtail's, but for what visitors write and nobody reads there.
SHOWN = """
    portal home events mediation guides participation
    wagtailcore wagtailimages wagtaildocs wagtailredirects
"""
UNSEEN = """
    booking attendance outgoingmessage searchcount erasure opinion placereport invitation proposal
    translationproposal actorproposal joinrequest placeimport referenceindex modellogentry
    pagelogentry revision
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it left the site."""

    body: bytes
    headers: tuple[tuple[str, str], ...]
    tag: str
    generation: str
    at: float  # seconds since 1970

    def response(self, request: HttpRequest) -> HttpResponse:
        answer = HttpResponse(self.body, headers=dict(self.headers))
        return get_conditional_response(request, etag=self.tag, response=answer)


class PageCache:
    """Middleware; stands outside everything that makes or compresses a page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        fresh = settings.PAGE_CACHE_SECONDS
        if not fresh or not may_be_kept(request):
            return self.get_response(request)
        key = _key(request)
        known = cache.get_many([key, GENERATION])
        kept, generation = known.get(key), known.get(GENERATION, "")
        if kept and _is_fresh(kept, generation, fresh):
            return kept.response(request)
        lock = f"{key}.renewing"
        if kept and not cache.add(lock, 1, RENEWING):
            return kept.response(request)
        return self._renew(request, key, lock, kept, generation)

    def _renew(self, request, key: str, lock: str, kept: Kept | None, generation: str):
        response = self.get_response(request)
        if response.status_code >= 500 and kept:
            return kept.response(request)  # the lock stays: the next seconds are spared, too
        if is_for_everyone(response):
            kept = _keep(response, generation)
            cache.set(key, kept, RESCUE)
            response = kept.response(request)
        elif kept and response.status_code < 500 and response.status_code != 304:
            cache.delete(key)  # gone, moved or closed since: no rescue may bring it back
        cache.delete(lock)
        return response


def forget_pages(**_signal: Any) -> None:
    """What visitors read has changed: every page is made again, once what changed is written."""
    transaction.on_commit(lambda: cache.set(GENERATION, secrets.token_hex(8), None))


def forget_what_shows(sender: type[Model], **_signal: Any) -> None:
    """A row was written or erased; those that no page shows leave the pages alone."""
    meta = sender._meta
    if meta.app_label in SHOWN.split() and meta.model_name not in UNSEEN.split():
        forget_pages()


def may_be_kept(request: HttpRequest) -> bool:
    return (
        request.method in {"GET", "HEAD"}
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "HTTP_AUTHORIZATION" not in request.META
        and not request.path_info.startswith(NEVER)
        and len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY
        and set(PARAMETERS.split()).issuperset(request.GET)
    )


def is_for_everyone(response: HttpResponse) -> bool:
    """A complete page that is the same for each visitor of this address."""
    words = response.get("Cache-Control", "").replace(",", " ").split()
    varies = {word.strip().lower() for word in response.get("Vary", "").split(",")}
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not {"private", "no-store", "no-cache"}.intersection(words)
        and not varies.intersection({"cookie", "*"})
        and len(response.content) <= LARGEST
    )


def _key(request: HttpRequest) -> str:
    """One for an address, its language and its parameters in any order, for each way to pack.

    The values of one parameter keep theirs: of « page=1&page=2 » a form reads the last.
    """
    query = sorted(request.GET.lists())
    saving = request.META.get("HTTP_SAVE_DATA", "").lower() == "on"
    language = get_language_from_path(request.path_info) or get_language_from_request(request)
    where = (request.scheme, request.get_host(), request.path, language)
    whole = (*where, query, encoding_of(request), saving)
    return f"page.{hashlib.blake2s(repr(whole).encode()).hexdigest()}"


def _is_fresh(kept: Kept, generation: str, seconds: int) -> bool:
    return kept.generation == generation and time.time() - kept.at < seconds


def _keep(response: HttpResponse, generation: str) -> Kept:
    tag = f'"{hashlib.blake2s(response.content, digest_size=12).hexdigest()}"'
    headers = dict(response.headers)
    headers["ETag"] = tag
    if "Cache-Control" not in headers:
        headers["Cache-Control"] = FOR_PROXIES.format(fresh=settings.PAGE_CACHE_SECONDS)
    return Kept(response.content, tuple(headers.items()), tag, generation, time.time())
