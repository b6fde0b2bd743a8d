"""The site's addresses, and the yardstick: a view that answers a constant page of 31 KB."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from portal.urls import urlpatterns as site

CONSTANT = "<!doctype html><title>.</title>" + "<p>The same words for everyone.</p>" * 900


def constant(request: HttpRequest) -> HttpResponse:
    return HttpResponse(CONSTANT)


urlpatterns = [path("constant/", constant), *site]
