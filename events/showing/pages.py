"""The words and addresses of dated pages in the reader's language, for many dates in one query."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.http import HttpRequest
from wagtail.models import Page

from events.models import Occurrence
from portal.models import spoken


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as a reader meets it: `spoken` is the language its words are in."""

    title: str
    url: str
    spoken: str


def shown_pages(dates: Iterable[Occurrence], language: str) -> dict[object, Shown]:
    """By series, the page in the language, else in French. An alias is French words."""
    keys = {date.series for date in dates}
    pages = (
        Page.objects.live()
        .filter(translation_key__in=keys)
        .select_related("locale")
        .only("title", "url_path", "translation_key", "alias_of_id", "locale", "draft_title")
    )
    found: dict[object, Shown] = {}
    for page in pages:
        mine = page.locale.language_code == language
        if mine or page.translation_key not in found:
            found[page.translation_key] = Shown(page.title, page.url or "", spoken(page))
    return found


def twins_of(request: HttpRequest, page: Page, tail: str = "") -> dict[str, str]:
    """The addresses of a page in each language, with what follows them: a date, a search."""
    pages = page.get_translations(inclusive=True).live().select_related("locale")
    return {
        one.locale.language_code: request.build_absolute_uri(f"{one.url}{tail}") for one in pages
    }
