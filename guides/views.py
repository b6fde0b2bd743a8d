"""Answers that are no pages: drawings, the reader's opinion, the files that keep guides offline."""

import gzip
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from guides.art import LIBRARY_VERSION, FrameSpec, frame_svg, thumbnail_svg

FOR_EVER = "public, max-age=31536000, immutable"
A_WHILE = "public, max-age=300"


@require_safe
def drawing(request: HttpRequest, version: str, spec: FrameSpec) -> HttpResponse:
    """The picture of a frame; an address of an older library gets today's, for a while."""
    lasting = version == LIBRARY_VERSION and spec == spec.known()
    return _svg(request, frame_svg(spec.known()), lasting)


@require_safe
def thumbnail(request: HttpRequest, version: str, kind: str, key: str) -> HttpResponse:
    """The small picture of one choice of the editor."""
    try:
        return _svg(request, thumbnail_svg(kind, key), version == LIBRARY_VERSION)
    except KeyError as unknown:
        raise Http404 from unknown


def _svg(request: HttpRequest, picture: bytes, lasting: bool) -> HttpResponse:
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    body = _packed(picture) if packed else picture
    response = HttpResponse(body, content_type="image/svg+xml")
    if packed:
        response["Content-Encoding"] = "gzip"
    response["Cache-Control"] = FOR_EVER if lasting else A_WHILE
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    response["X-Content-Type-Options"] = "nosniff"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


@lru_cache(512)
def _packed(picture: bytes) -> bytes:
    return gzip.compress(picture, 9, mtime=0)
