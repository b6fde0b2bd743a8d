"""The way from home, without asking the tree: a place is below the directory, it below home."""

from django.utils.translation import get_language, gettext

Crumb = dict[str, str]


def crumbs(*pages: tuple[str, str]) -> list[Crumb]:
    """`pages`: (title, address), from the section down to this page."""
    home = (gettext("Home"), f"/{get_language() or 'fr'}/")
    return [{"label": label, "url": url} for label, url in (home, *pages)]
