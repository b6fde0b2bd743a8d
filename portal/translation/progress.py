"""How far each page is in Breton, in five queries whatever the number of pages."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import NamedTuple

from django.conf import settings
from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from portal.models.translation_proposals import TranslationProposal

# The root, the home page, then the sections: the third step of a page's path names its section.
SECTION_DEPTH = 3


class State(Enum):
    """What a translator reads on a line of the desk, the most urgent first."""

    MISSING = _("Missing")
    OUTDATED = _("The French changed since")
    WAITING = _("Started")
    DRAFT = _("Complete, not published")
    DONE = _("Up to date")


class Sentences(NamedTuple):
    """How many of a page are translated, of all, and when one was last written."""

    done: int = 0
    total: int = 0
    written_at: dt.datetime | None = None


@dataclass(frozen=True)
class Line:
    """A French page and its twin (None when there is none); sentences translated of all."""

    page: Page
    twin: Page | None
    state: State
    done: int = 0
    total: int = 0
    proposals: int = 0


@dataclass(frozen=True)
class Section:
    """A part of the site with its pages; `share` is the percentage of pages up to date."""

    title: str
    lines: list[Line]

    @property
    def share(self) -> int:
        finished = sum(line.state is State.DONE for line in self.lines)
        return round(100 * finished / len(self.lines))


def source_locale() -> Locale:
    return Locale.objects.get(language_code=settings.LANGUAGE_CODE)


def sections(target: Locale) -> list[Section]:
    """Every live French page by section, in the order of the tree."""
    pages = list(
        Page.objects.live()
        .filter(locale=source_locale(), depth__gt=1, alias_of__isnull=True)
        .annotate(proposals=_waiting_proposals())
        .order_by("path")
    )
    lines = [_line(page, *found) for page, *found in _beside(pages, target)]
    return [Section(group[0].page.title, group) for group in _by_section(lines)]


def _waiting_proposals():
    return Count(
        "translation_proposals",
        filter=Q(translation_proposals__state=TranslationProposal.State.WAITING),
    )


def _beside(pages: list[Page], target: Locale) -> Iterable[tuple]:
    """Each page with its twin, its source record, and its sentences."""
    keys = [page.translation_key for page in pages]
    twins = {
        twin.translation_key: twin
        for twin in Page.objects.filter(locale=target, alias_of__isnull=True)
    }
    sources = {s.object_id: s for s in TranslationSource.objects.filter(object_id__in=keys)}
    sentences = _sentences(target)
    for page in pages:
        source = sources.get(page.translation_key)
        found = sentences.get(source.pk) if source else None
        yield page, twins.get(page.translation_key), source, found or Sentences()


def _sentences(target: Locale) -> dict[int, Sentences]:
    """The sentences by the id of their source."""
    translated = StringTranslation.objects.filter(
        translation_of_id=OuterRef("string_id"),
        context_id=OuterRef("context_id"),
        locale=target,
        has_error=False,
    )
    counted = (
        StringSegment.objects.annotate(written_at=Subquery(translated.values("updated_at")[:1]))
        .values_list("source_id")
        .annotate(Count("written_at"), Count("pk"), Max("written_at"))
    )
    return {source: Sentences(*found) for source, *found in counted}


def _line(page, twin, source, sentences: Sentences) -> Line:
    state = _state(page, twin, source, sentences)
    return Line(page, twin, state, sentences.done, sentences.total, page.proposals)


def _state(page, twin, source, sentences: Sentences) -> State:
    if twin is None:
        return State.MISSING
    if source and page.last_published_at and page.last_published_at > source.last_updated_at:
        return State.OUTDATED
    if sentences.done < sentences.total:
        return State.WAITING
    return State.DONE if twin.live and not _is_behind(twin, source, sentences) else State.DRAFT


def _is_behind(twin, source, sentences: Sentences) -> bool:
    """Whether readers see an older text: writing a sentence does not publish the page."""
    if source is None:
        return False
    newest = max(filter(None, (source.last_updated_at, sentences.written_at)))
    return not twin.last_published_at or twin.last_published_at < newest


def _by_section(lines: list[Line]) -> list[list[Line]]:
    length = Page.steplen * SECTION_DEPTH
    return [list(group) for _path, group in groupby(lines, lambda line: line.page.path[:length])]
