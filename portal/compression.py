"""Pages leave compressed: brotli where the browser reads it, a tenth lighter than gzip."""

import brotli
from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

WORDS = ("text/", "image/svg", "application/json")  # what gets lighter; letters and photos do not
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
        if _is_file_of_the_house(request, response):
            return _packed_file(response)
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


def _is_file_of_the_house(request: HttpRequest, response: HttpResponseBase) -> bool:
    """A whole style sheet, script or drawing, where no compressed copy is kept (`make run`)."""
    return (
        isinstance(response, FileResponse)
        and request.method == "GET"
        and request.path_info.startswith(settings.STATIC_URL)
        and response.status_code == 200
        and encoding_of(request) == "br"
        and not response.has_header("Content-Encoding")
        and response["Content-Type"].startswith(WORDS)
    )


def _packed_file(response: FileResponse) -> FileResponse:
    packed = brotli.compress(b"".join(response.streaming_content), quality=QUALITY)
    response.streaming_content = [packed]
    response["Content-Length"] = str(len(packed))
    response["Content-Encoding"] = "br"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response
