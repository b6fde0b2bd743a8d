"""What the comic's templates need: addresses of drawings, French spacing, readers' opinions."""

from django import template

from guides.addresses import drawing_url
from guides.art import FrameSpec
from guides.models import Opinion
from portal.print.text import typography

register = template.Library()
register.filter("spaced", typography)


@register.simple_tag
def drawing(spec: FrameSpec) -> str:
    """The address of a frame's picture, which changes when the library does."""
    return drawing_url(spec)


@register.simple_tag
def opinions_of(guide) -> dict[str, int]:
    """How many readers a guide helped, and how many it did not."""
    return Opinion.objects.of(guide).totals()
