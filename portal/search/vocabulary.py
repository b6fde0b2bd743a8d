"""The words a misspelt word may have meant: those of our titles and of the communes."""

from django.core.cache import cache

from portal import territory
from portal.search.results import visible_pages
from portal.search.suggest import words_of

KEPT_SECONDS = 600


def vocabulary() -> dict[str, str]:
    """Every plain word and how it is written; read once in ten minutes."""
    return cache.get_or_set("search-vocabulary", _read, KEPT_SECONDS)


def _read() -> dict[str, str]:
    names = (name for commune in territory.communes() for name in commune.names.values())
    titles = visible_pages().values_list("title", flat=True)
    return words_of([*names, *map(str.lower, titles)])
