"""Answers of feeds and files: strong ETag, Last-Modified, 304, and mistakes in words."""

import datetime as dt
import hashlib

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date


def conditional(
    request: HttpRequest, response: HttpResponse, updated: dt.datetime | None = None, etag: str = ""
) -> HttpResponse:
    """The response, or 304 when the reader has these very bytes."""
    etag = etag or f'"{digest(response.content)}"'
    response["ETag"] = etag
    modified = int(updated.timestamp()) if updated else None
    if modified is not None:
        response["Last-Modified"] = http_date(modified)
    patch_cache_control(response, public=True, max_age=300)
    # The ETag decides alone: a date that ends changes the bytes without any change in the table,
    # and a partner corrects a place without any publication.
    return get_conditional_response(request, etag=etag, response=response)


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


def mistakes(form: forms.Form) -> HttpResponse:
    """400 with one line a mistake: « from: Please write a day like 2026-11-24. »"""
    lines = [f"{name}: {error}" for name, errors in form.errors.items() for error in errors]
    text = "\n".join(lines)
    return HttpResponse(text, status=400, content_type="text/plain; charset=utf-8")
