"""What the comic's templates need: addresses of drawings, and French spacing."""

from django import template

from guides.addresses import drawing_url
from guides.art import FrameSpec
from portal.print.text import typography

register = template.Library()
register.filter("spaced", typography)


@register.simple_tag
def drawing(spec: FrameSpec) -> str:
    """The address of a frame's picture, which changes when the library does."""
    return drawing_url(spec)
