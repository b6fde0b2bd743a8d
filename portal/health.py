"""Two questions a supervisor asks: does the process answer, and can it serve?"""

from collections.abc import Callable

from django.core.cache import cache
from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; touches nothing."""
    return HttpResponse("ok", content_type="text/plain; charset=utf-8")


def readyz(request: HttpRequest) -> JsonResponse:
    """503 naming what is down."""
    parts = {"database": _database, "cache": _cache, "storage": _storage}
    state = {name: _works(question) for name, question in parts.items()}
    return JsonResponse(state, status=200 if all(state.values()) else 503)


def _works(question: Callable[[], bool]) -> bool:
    try:
        return question()
    except Exception:
        return False


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _cache() -> bool:
    cache.set("readyz", "yes", 10)
    return cache.get("readyz") == "yes"


def _storage() -> bool:
    default_storage.exists("readyz")
    return True
