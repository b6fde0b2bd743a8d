"""The last part of the address of a page made from a form or a file."""

from django.utils.text import slugify
from wagtail.models import Page


def free_slug(parent: Page, title: str) -> str:
    """« atelier », « atelier-2 »…: one that no page beside it has."""
    base = slugify(title)[:60] or "date"
    taken = set(parent.get_children().filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    return next(slug for slug in (base, *numbered) if slug not in taken)
