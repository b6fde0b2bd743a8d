"""Translates a page through wagtail-localize, as a translator does in its editor."""

import json
import warnings

from bs4 import MarkupResemblesLocatorWarning
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)


def translate(page: Page, locale: Locale, words: dict[str, str], slug: str = "") -> Page:
    """Publishes a page in another language: each sentence by its French one.

    A sentence without a translation (a number, a name) stays as it is and counts as translated.
    """
    # An invented address on a screen is a sentence like any other, whatever the parser fears.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        return _translate(page, locale, words, slug)


def _translate(page: Page, locale: Locale, words: dict[str, str], slug: str) -> Page:
    source, _created = TranslationSource.update_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    for segment in StringSegment.objects.filter(source=source).select_related("string"):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={"data": words.get(segment.string.data, segment.string.data)},
        )
    if slug:
        _give_slug(source, locale, slug)
    # Published here rather than by wagtail-localize, which waits for the transaction to end.
    translation.save_target(publish=False)
    page.get_translation(locale).get_latest_revision().publish()
    return page.get_translation(locale)


def _give_slug(source: TranslationSource, locale: Locale, slug: str) -> None:
    for segment in OverridableSegment.objects.filter(source=source, context__path="slug"):
        SegmentOverride.objects.update_or_create(
            locale=locale, context=segment.context, defaults={"data_json": json.dumps(slug)}
        )
