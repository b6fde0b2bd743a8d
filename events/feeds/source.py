"""From the rows of the calendar to the plain rows of the feeds."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page

from events.feeds.rows import Feed, FeedRow, Said, Venue
from events.models import Occurrence
from events.search.series import Series
from events.search.snapshot import Snapshot

# What a series gives each of its dates under the same name.
SAME = [
    "online",
    "online_url",
    "access",
    "level",
    "format",
    "free",
    "price",
    "drop_in",
    "organizer",
    "phone",
]


def feed_of(
    dates: list[Occurrence], calendar: Snapshot, language: str, *, title: str, url: str, source: str
) -> Feed:
    """The feed of some dates; `url` is the page it stands for, `source` its own address."""
    said = _said({date.series for date in dates})
    words = calendar.vocabulary(language)
    rows = [
        _row(date, calendar.series[date.series.hex], said[date.series], words, language)
        for date in dates
        if date.series in said and date.series.hex in calendar.series
    ]
    return Feed(title=title, url=url, source=source, language=language, host=host(), rows=rows)


def host() -> str:
    """The name in identifiers: it must not change with the address somebody came by."""
    return urlsplit(settings.BASE_URL).hostname or "localhost"


def _said(keys: set[object]) -> dict[object, dict[str, Said]]:
    """Title, summary and address of each page by language, French always there."""
    pages = Page.objects.live().filter(translation_key__in=keys, alias_of=None)
    columns = ("title", "search_description", "url_path", "translation_key", "locale", "slug")
    said: dict[object, dict[str, Said]] = {}
    for page in pages.select_related("locale").only(*columns):
        words = Said(page.title, settings.BASE_URL + (page.url or ""), page.search_description)
        said.setdefault(page.translation_key, {})[page.locale.language_code] = words
    return {key: by for key, by in said.items() if "fr" in by}


def _row(
    date: Occurrence,
    series: Series,
    said: Mapping[str, Said],
    words: Mapping[str, Mapping[str, str]],
    language: str,
) -> FeedRow:
    mine = said.get(language) or said["fr"]
    left = date.seats_left
    return FeedRow(
        series=str(date.series),
        key=date.key,
        said=said,
        start=date.starts_at,
        end=date.ends_at,
        planned=date.planned_at,
        all_day=date.all_day,
        state="full" if date.state == "scheduled" and left == 0 else date.state,
        reason=(date.reason_br if language == "br" else "") or date.reason,
        sequence=date.sequence,
        url=f"{mine.url}{date.slug}/",
        venue=_venue(series),
        themes=_labels(words.get("theme", {}), series.themes),
        audiences=_labels(words.get("audience", {}), series.audiences),
        languages=series.languages or ("fr",),
        capacity=date.capacity,
        seats_left=left,
        parent=_uuid(series.part_of),
        created=date.created_at,
        changed=date.changed_at,
        **{name: getattr(series, name) for name in SAME},
    )


def _venue(series: Series) -> Venue | None:
    name, street, postcode, town = series.venue
    if not (name or town):
        return None
    return Venue(name or town, street, postcode, town, series.commune, series.point)


def _labels(words: Mapping[str, str], slugs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(words[slug] for slug in slugs if slug in words)


def _uuid(text: str) -> str:
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}" if text else ""
