"""A small site in two languages for the tests of the search."""

from collections.abc import Callable

import pytest
from wagtail.models import Locale, Page


@pytest.fixture
def write(db) -> Callable[..., Page]:
    """write("Title", "fr", twin=page): a published page of the site, indexed."""
    homes: dict[str, Page] = {}

    def home(language: str) -> Page:
        if language not in homes:
            locale, _new = Locale.objects.get_or_create(language_code=language)
            root = Page.objects.get(depth=1)
            page = Page(title=f"Home {language}", slug=f"search-{language}", locale=locale)
            homes[language] = root.add_child(instance=page)
        return Page.objects.get(pk=homes[language].pk)

    def write(title: str, language: str = "fr", twin: Page | None = None, **fields) -> Page:
        parent = home(language)
        if twin:
            fields["translation_key"] = twin.translation_key
        return parent.add_child(instance=Page(title=title, locale=parent.locale, **fields))

    return write
