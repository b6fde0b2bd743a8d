"""The way down to a page, for every kind of page."""

from django import template
from django.utils.translation import gettext as _
from wagtail.models import Page

register = template.Library()


@register.inclusion_tag("components/breadcrumbs.html")
def page_crumbs(page: Page) -> dict[str, list[dict[str, str]]]:
    """{% page_crumbs page %}: from the home page to this one."""
    above = page.get_ancestors().filter(depth__gt=1).live()
    crumbs = [{"label": _name(each), "url": each.url or ""} for each in above]
    return {"crumbs": [*crumbs, {"label": page.title, "url": ""}] if crumbs else []}


def _name(page: Page) -> str:
    """The home page's own title is the name of the site: too long for the first crumb."""
    return _("Home") if page.depth == 2 else page.title
