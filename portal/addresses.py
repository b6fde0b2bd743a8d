"""The address of a page from its own row: `page.url` asks the site again for each page."""

from wagtail.models import Page


def address_of(page: Page) -> str:
    """« /fr/agenda/ » for a page whose locale is at hand; its `url_path` begins with its home's."""
    below = page.url_path.strip("/").partition("/")[2]
    return f"/{page.locale.language_code}/{below}/" if below else f"/{page.locale.language_code}/"
