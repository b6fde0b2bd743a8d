"""What a resident sees of a search: pages by kind, each once, in their language when it exists."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page as Sheet
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Page

from portal.addresses import address_of
from portal.search.kinds import KINDS, kinds_by_content_type
from portal.search.matching import MEANING, Match, matching_pages

HITS_A_KIND = 5
HITS_OF_ONE_KIND = 20


@dataclass(frozen=True)
class Hit:
    """A page found; `language` is set when it is not the reader's."""

    title: str
    url: str
    description: str
    language: str


@dataclass(frozen=True)
class Group:
    """The pages found of one kind: how many in all, and those of this sheet."""

    kind: str
    label: str
    total: int
    hits: list[Hit]


@dataclass(frozen=True)
class Results:
    """One sheet of results; `counts` has every kind that has any, whatever kind is asked."""

    groups: list[Group]
    counts: dict[str, int]
    total: int
    sheet: Sheet


def visible_pages() -> QuerySet:
    """The pages anyone may read: published, not private, not expired, no stand-in copies."""
    pages = Page.objects.live().public().filter(depth__gt=1, alias_of__isnull=True)
    return pages.filter(Q(expire_at__isnull=True) | Q(expire_at__gt=timezone.now()))


def search_pages(query: str, language: str, kind: str = "", page: object = 1) -> Results:
    """The results for a cleaned query, as a reader of a language sees them."""
    pages = visible_pages()
    found = by_kind(in_readers_words(matching_pages(pages, query), language))
    shown = {name: found[name] for name in ([kind] if kind else KINDS) if found.get(name)}
    size = HITS_OF_ONE_KIND if kind else HITS_A_KIND
    sheet = Paginator(range(max(map(len, shown.values()), default=0)), size).get_page(page)
    first = size * (sheet.number - 1)
    parts = {name: keys[first : first + size] for name, keys in shown.items()}
    shown_keys = [key for keys in parts.values() for key in keys]
    hits = _hits(pages.filter(translation_key__in=shown_keys), language)
    return Results(
        groups=[
            Group(name, str(KINDS[name]), len(shown[name]), _of(keys, hits))
            for name, keys in parts.items()
            if keys
        ],
        counts={name: len(found[name]) for name in KINDS if found.get(name)},
        total=sum(map(len, found.values())),
        sheet=sheet,
    )


def in_readers_words(matches: Sequence[Match], language: str) -> Sequence[Match]:
    """Without chance likenesses in the other language: « pont » mutates « mont » in Breton.

    When the words are written in pages of the reader's language, pages of the other one need
    them as they are written, or with the same meaning.
    """
    if not any(own == language and layer < MEANING for _id, _key, own, _type, layer in matches):
        return matches
    return [one for one in matches if one[2] == language or one[4] in (0, MEANING)]


def by_kind(matches: Iterable[Match]) -> dict[str, list[str]]:
    """The keys of the pages of every kind, best first, a page in two languages once."""
    kinds = kinds_by_content_type()
    found: dict[str, dict[str, None]] = {kind: {} for kind in KINDS}
    of_type = {content_type: found[kind] for content_type, kind in kinds.items()}
    for _id, key, _language, content_type, _layer in matches:
        of_type.get(content_type, found["page"])[key] = None
    return {kind: list(keys) for kind, keys in found.items()}


def _of(keys: list[str], hits: dict[UUID, Hit]) -> list[Hit]:
    return [hits[key] for key in map(UUID, keys) if key in hits]


def _hits(pages: QuerySet, language: str) -> dict[UUID, Hit]:
    """By key, the page in the reader's language, else in the other: one query."""
    columns = (
        "title",
        "url_path",
        "search_description",
        "translation_key",
        "locale",
        "draft_title",
    )
    pages = pages.select_related("locale").only(*columns)
    theirs_last = sorted(pages, key=lambda page: page.locale.language_code == language)
    return {page.translation_key: _hit(page, language) for page in theirs_last}


def _hit(page: Page, language: str) -> Hit:
    own = page.locale.language_code
    other = "" if own == language else own
    return Hit(page.title, address_of(page), page.search_description, other)
