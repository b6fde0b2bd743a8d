"""Pages leave compressed: brotli where the browser reads it, a tenth lighter than gzip."""

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

SMALLEST = 200  # bytes; below, nothing is gained
QUALITY = 5  # of 11: three milliseconds for a page, where 11 takes a hundred


def encoding_of(request: HttpRequest) -> str:
    """`br`, `gzip` or nothing: how the answer to this request is compressed."""
    accepted = request.META.get("HTTP_ACCEPT_ENCODING", "")
    return next((name for name in ("br", "gzip") if name in accepted), "")


class Compression(GZipMiddleware):
    """Django's gzip for the rest: its random padding guards the pages that carry a secret."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        plain = isinstance(response, HttpResponse) and not response.has_header("Content-Encoding")
        secret = request.path_info.startswith("/admin/") or bool(request.COOKIES)
        if not plain or secret or encoding_of(request) != "br" or len(response.content) < SMALLEST:
            return super().process_response(request, response)
        response.content = brotli.compress(response.content, quality=QUALITY)
        response["Content-Length"] = str(len(response.content))
        response["Content-Encoding"] = "br"
        patch_vary_headers(response, ["Accept-Encoding"])
        if response.get("ETag", "").startswith('"'):
            response["ETag"] = "W/" + response["ETag"]  # the same page, other bytes
        return response
