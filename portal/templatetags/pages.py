"""The way down to a page, for every kind of page."""

from django import template
from wagtail.models import Page

from portal.crumbs import Crumb, crumbs_to

register = template.Library()


@register.inclusion_tag("components/breadcrumbs.html")
def page_crumbs(page: Page) -> dict[str, list[Crumb]]:
    """{% page_crumbs page %}: from the home page to this one."""
    return {"crumbs": crumbs_to(page)}
