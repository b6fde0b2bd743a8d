"""The weight of a page stands in its footer: what a first visit receives, files included.

The template leaves MARK; here, on the way out, it becomes a number of kilobytes. Files are weighed
once a process: their addresses change with their content.
"""

import re
import zlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

import brotli
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve

MARK = "%weight%"
KILOBYTE = 1024
FILES = re.compile(rb'\b(?:src|href)="(/(?:static|media|bd)/[^"#?]+\.(?!woff2)\w+)')
FONTS = re.compile(r"url\(([^)]+\.woff2)\)")
PACKED = {".css", ".js", ".svg", ".json"}


class PageWeight:
    """Middleware; stands inside the compression."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponse) and MARK.encode() in response.content:
            weight = str(kilobytes(response.content)).encode()
            response.content = response.content.replace(MARK.encode(), weight)
            if response.has_header("Content-Length"):
                response["Content-Length"] = str(len(response.content))
        return response


def kilobytes(page: bytes) -> int:
    """A page (HTML bytes) with its files, as they travel: rounded up, in KB of 1,024 bytes.

    Letters come with the style sheet that names them, though the page may ask for some at once.
    """
    files = {unquote(found.decode()) for found in FILES.findall(page)}
    total = len(zlib.compress(page, 1)) + sum(map(weight_of, files))
    return -(-total // KILOBYTE)


@lru_cache(4096)
def weight_of(address: str) -> int:
    """Bytes of one file of ours, as it travels; 0 when it is not there."""
    try:
        if address.startswith(settings.STATIC_URL):
            return _static(address.removeprefix(settings.STATIC_URL))
        if address.startswith(settings.MEDIA_URL):
            return default_storage.size(address.removeprefix(settings.MEDIA_URL))
        return _drawn(address)
    except (OSError, Http404, Resolver404, SuspiciousOperation):
        return 0


def _drawn(address: str) -> int:
    """What a view of ours would send; it keeps it, and the reader asks for it next."""
    request = HttpRequest()
    request.method, request.META["HTTP_ACCEPT_ENCODING"] = "GET", "br"
    view, args, words = resolve(address)
    return len(view(request, *args, **words).content)


def _static(name: str) -> int:
    gathered = settings.STATIC_ROOT / name
    file = gathered if gathered.exists() else Path(finders.find(name) or gathered)
    own = len(brotli.compress(file.read_bytes())) if file.suffix in PACKED else file.stat().st_size
    if file.suffix != ".css":
        return own
    fonts = {(file.parent / found).resolve() for found in FONTS.findall(file.read_text("utf-8"))}
    return own + sum(font.stat().st_size for font in fonts)
