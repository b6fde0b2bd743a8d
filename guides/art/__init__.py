"""The drawing library: people, faces, gestures and places, assembled into the picture of a frame.

spec = FrameSpec.parse("kitchen~jeanne.phone.worried.r")
frame_svg(spec)          # bytes, 400 x 300
describe(spec, "fr")     # « Dans une cuisine. Jeanne, inquiète, regarde son téléphone. »
"""

from guides.art.drawing import frame_svg, thumbnail_svg
from guides.art.library import LIBRARY_VERSION, library
from guides.art.sheet import sheet_svg
from guides.art.spec import Figure, FrameSpec
from guides.art.words import describe, label, name, says

__all__ = [
    "LIBRARY_VERSION",
    "Figure",
    "FrameSpec",
    "describe",
    "frame_svg",
    "label",
    "library",
    "name",
    "says",
    "sheet_svg",
    "thumbnail_svg",
]
