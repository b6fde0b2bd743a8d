"""Addresses of the comic that are no pages: drawings, opinions, what keeps guides offline.

Included at the root by portal/urls.py: `path("", include("guides.urls"))`.
"""

from django.urls import path, register_converter

from guides import views
from guides.art import FrameSpec
from guides.art.spec import PATTERN
from guides.opinion import opinion


class SpecConverter:
    """A frame in an address; anything else is another address."""

    regex = PATTERN

    def to_python(self, value: str) -> FrameSpec:
        return FrameSpec.parse(value)

    def to_url(self, spec: FrameSpec) -> str:
        return str(spec)


register_converter(SpecConverter, "frame")

app_name = "guides"
urlpatterns = [
    path("bd/<str:version>/<frame:spec>.svg", views.drawing, name="drawing"),
    path("bd/<str:version>/<slug:kind>/<slug:key>.svg", views.thumbnail, name="thumbnail"),
    path("bd/avis/<int:page_id>/", opinion, name="opinion"),
    path("sw.js", views.service_worker, name="service_worker"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
]
