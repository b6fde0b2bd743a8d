"""Where a drawing is found: its address is its content and the version of the library."""

from django.urls import reverse

from guides.art import LIBRARY_VERSION, FrameSpec


def drawing_url(spec: FrameSpec) -> str:
    """The address of a frame's picture."""
    return reverse("guides:drawing", args=[LIBRARY_VERSION, spec])


def thumbnail_url(kind: str, key: str) -> str:
    """The address of the small picture of a choice; kind is who, pose, mood or scene."""
    return reverse("guides:thumbnail", args=[LIBRARY_VERSION, kind, key])
