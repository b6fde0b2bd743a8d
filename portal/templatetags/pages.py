"""The way down to a page, for every kind of page."""

from django import template
from wagtail.models import Page

register = template.Library()


@register.inclusion_tag("components/breadcrumbs.html")
def page_crumbs(page: Page) -> dict[str, list[dict[str, str]]]:
    """{% page_crumbs page %}: from the home page to this one."""
    above = page.get_ancestors().filter(depth__gt=1).live()
    crumbs = [{"label": each.title, "url": each.url or ""} for each in above]
    return {"crumbs": [*crumbs, {"label": page.title, "url": ""}] if crumbs else []}
