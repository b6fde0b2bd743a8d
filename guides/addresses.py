"""Where a drawing is found (its address is its content), and where the neighbours live."""

from django.conf import settings
from django.core.cache import cache
from django.urls import reverse
from wagtail.models import Locale, Page

from guides.art import LIBRARY_VERSION, FrameSpec
from guides.art.sheet import MOST_FRAMES

KEPT_SECONDS = 300
# Names of rooms above, as strings: guides know of them only that they have an address.
NEIGHBOURS = {
    "calendar": ("events", "calendarpage"),
    "places": ("mediation", "placeindexpage"),
    "emergency": ("guides", "emergencypage"),
}


def drawing_url(spec: FrameSpec) -> str:
    """The address of a frame's picture."""
    return reverse("guides:drawing", args=[LIBRARY_VERSION, spec])


def sheet_urls(specs: list[FrameSpec]) -> dict[FrameSpec, str]:
    """The addresses of several pictures that arrive as one file."""
    once = tuple(dict.fromkeys(specs))[:MOST_FRAMES]
    if len(once) < 2:
        return {spec: drawing_url(spec) for spec in once}
    sheet = reverse("guides:sheet", args=[LIBRARY_VERSION, once])
    return {spec: f"{sheet}#{number}" for number, spec in enumerate(once, start=1)}


def thumbnail_url(kind: str, key: str) -> str:
    """The address of the small picture of a choice; kind is who, pose, mood or scene."""
    return reverse("guides:thumbnail", args=[LIBRARY_VERSION, kind, key])


def neighbour(name: str, locale: Locale) -> dict[str, str]:
    """{"url", "title"} of the calendar, the places or the emergency page in a language.

    In French when it has no twin, empty when there is none at all; remembered for five minutes.
    """
    key = _key(name, locale.pk)
    return cache.get_or_set(key, lambda: _look_up(name, locale), KEPT_SECONDS)


def forget_neighbours(**_signal: object) -> None:
    """Signals page_published and page_unpublished: one of them may have moved."""
    locales = Locale.objects.values_list("pk", flat=True)
    cache.delete_many([_key(name, pk) for name in NEIGHBOURS for pk in locales])


def _key(name: str, locale_pk: int) -> str:
    return f"guides:neighbour:{name}:{locale_pk}"


def _look_up(name: str, locale: Locale) -> dict[str, str]:
    app, model = NEIGHBOURS[name]
    found = Page.objects.live().filter(content_type__app_label=app, content_type__model=model)
    languages = (locale.language_code, settings.LANGUAGE_CODE)
    pages = {page.locale.language_code: page for page in found.select_related("locale")}
    page = next((pages[code] for code in languages if code in pages), None)
    return {"url": page.url, "title": page.title} if page else {"url": "", "title": ""}
