"""What the comic's templates need: addresses of drawings, French spacing, readers' opinions."""

from django import template

from guides.addresses import drawing_url, neighbour
from guides.advice import advice
from guides.art import FrameSpec
from guides.models import GuidePage, Opinion
from portal.print.text import typography

register = template.Library()
register.filter("spaced", typography)


@register.simple_tag(takes_context=True)
def drawing(context, spec: FrameSpec) -> str:
    """The address of a frame's picture: in the page's sheet when it has one, else its own."""
    return (context.get("sheet") or {}).get(spec) or drawing_url(spec)


@register.simple_tag
def opinions_of(guide) -> dict[str, int]:
    """How many readers a guide helped, and how many it did not."""
    return Opinion.objects.of(guide).totals()


@register.simple_tag(name="neighbour")
def neighbour_of(name: str, page) -> dict[str, str]:
    """{% neighbour "calendar" page as calendar %}: {"url", "title"}."""
    return neighbour(name, page.locale)


@register.simple_tag
def advice_on(page):
    """What the checks panel says of a guide; None for any other page, or one not saved yet."""
    return advice(page) if isinstance(page, GuidePage) and page.pk else None
