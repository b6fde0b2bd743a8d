"""Addresses of the comic that are no pages: drawings, opinions, what keeps guides offline.

Included at the root by portal/urls.py: `path("", include("guides.urls"))`.
"""

from django.urls import path, re_path, register_converter

from guides import views
from guides.art import FrameSpec
from guides.art.sheet import MOST_FRAMES
from guides.art.spec import PATTERN
from guides.opinion import opinion
from guides.paper import PAPERS, paper


class SpecConverter:
    """A frame in an address; anything else is another address."""

    regex = PATTERN

    def to_python(self, value: str) -> FrameSpec:
        return FrameSpec.parse(value)

    def to_url(self, spec: FrameSpec) -> str:
        return str(spec)


class SheetConverter:
    """Several frames in one address, joined by "+"."""

    regex = rf"{PATTERN}(?:\+{PATTERN}){{1,{MOST_FRAMES - 1}}}"

    def to_python(self, value: str) -> tuple[FrameSpec, ...]:
        return tuple(map(FrameSpec.parse, value.split("+")))

    def to_url(self, specs: tuple[FrameSpec, ...]) -> str:
        return "+".join(map(str, specs))


register_converter(SpecConverter, "frame")
register_converter(SheetConverter, "sheet")

BESIDE_A_GUIDE = rf"^(?:fr|br)/(?P<path>[\w/-]+)/(?P<name>{'|'.join(PAPERS)})\.pdf$"

app_name = "guides"
urlpatterns = [
    path("bd/<str:version>/<frame:spec>.svg", views.drawing, name="drawing"),
    path("bd/<str:version>/<sheet:specs>.svg", views.sheet, name="sheet"),
    path("bd/<str:version>/<slug:kind>/<slug:key>.svg", views.thumbnail, name="thumbnail"),
    path("bd/avis/<int:page_id>/", opinion, name="opinion"),
    re_path(BESIDE_A_GUIDE, paper, name="paper"),
    path("sw.js", views.service_worker, name="service_worker"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
]
