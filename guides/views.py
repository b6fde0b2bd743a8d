"""Answers that are no pages: drawings, and the files that keep guides on a telephone."""

import gzip
import json
from functools import lru_cache, partial
from pathlib import Path

import brotli
from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from guides.art import LIBRARY_VERSION, FrameSpec, frame_svg, sheet_svg, thumbnail_svg

FOR_EVER = "public, max-age=31536000, immutable"
A_WHILE = "public, max-age=300"
# The best one first. Brotli saves a sixth more; at 11 it takes three times as long for nothing.
PACKERS = {
    "br": partial(brotli.compress, quality=10),
    "gzip": partial(gzip.compress, compresslevel=9, mtime=0),
}


@require_safe
def drawing(request: HttpRequest, version: str, spec: FrameSpec) -> HttpResponse:
    """The picture of a frame; an address of an older library gets today's, for a while."""
    lasting = version == LIBRARY_VERSION and spec == spec.known()
    return _svg(request, frame_svg(spec.known()), lasting)


@require_safe
def sheet(request: HttpRequest, version: str, specs: tuple[FrameSpec, ...]) -> HttpResponse:
    """The pictures of a whole strip in one file."""
    lasting = version == LIBRARY_VERSION and all(spec == spec.known() for spec in specs)
    return _svg(request, sheet_svg(specs), lasting)


@require_safe
def thumbnail(request: HttpRequest, version: str, kind: str, key: str) -> HttpResponse:
    """The small picture of one choice of the editor."""
    try:
        return _svg(request, thumbnail_svg(kind, key), version == LIBRARY_VERSION)
    except KeyError as unknown:
        raise Http404 from unknown


def _svg(request: HttpRequest, picture: bytes, lasting: bool) -> HttpResponse:
    accepted = request.headers.get("Accept-Encoding", "")
    packing = next((name for name in PACKERS if name in accepted), "")
    body = _packed(picture, packing) if packing else picture
    response = HttpResponse(body, content_type="image/svg+xml; charset=utf-8")
    if packing:
        response["Content-Encoding"] = packing
    response["Cache-Control"] = FOR_EVER if lasting else A_WHILE
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    response["X-Content-Type-Options"] = "nosniff"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


@lru_cache(512)
def _packed(picture: bytes, packing: str) -> bytes:
    return PACKERS[packing](picture)


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """Keeps guides readable without the net; served at the root so that it may serve every page."""
    source = Path(finders.find("js/service-worker.js") or "").read_text()
    return HttpResponse(source, content_type="text/javascript; charset=utf-8")


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a telephone needs to put the portal on its home screen."""
    with override("fr"):
        card = {
            "name": _("Digital, step by step"),
            "short_name": _("Digital"),
            "lang": "fr",
            "start_url": "/",
            "scope": "/",
            "display": "browser",
            "background_color": "#fffdf7",
            "theme_color": "#1d1b2e",
            "icons": [{"src": static("img/icons.svg"), "sizes": "any", "type": "image/svg+xml"}],
        }
    return HttpResponse(json.dumps(card), content_type="application/manifest+json")
