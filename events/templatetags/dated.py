"""The dates of a dated page in its template: a workshop (below events) asks for them here."""

from typing import Any

from django import template
from wagtail.models import Page

from events.showing.date import dated_context
from events.showing.workshops import workshops_under

register = template.Library()


@register.simple_tag
def dates_of(page: Page) -> dict[str, Any]:
    """{% dates_of page as dates %}: next, past, rhythm, facts, files."""
    return dated_context(page)


@register.simple_tag
def workshops_of(page: Page) -> list[dict[str, Any]]:
    """{% workshops_of page as workshops %}: each with its next date, those that have one first."""
    return workshops_under(page)
