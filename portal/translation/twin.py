"""Gives a French page its Breton twin from words that are ready: the demo and imports use it."""

from collections.abc import Mapping

from django.db import transaction
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.strings import StringValue


@transaction.atomic
def twin(page: Page, words: Mapping[str, str], language: str = "br") -> Page:
    """The translation of `page` by `words` (French → Breton, each a sentence, a title or a slug).

    Published when every sentence has its Breton, else kept as a draft. Safe to run again.
    """
    target = Locale.objects.get(language_code=language)
    source, _created = TranslationSource.update_or_create_from_instance(page.specific)
    translation, _created = Translation.objects.get_or_create(
        source=source, target_locale=target, defaults={"enabled": True}
    )
    _translate(source, target, words)
    translation.save_target(publish=False)
    total, done = translation.get_progress()
    if total == done:
        source.get_translated_instance(target).get_latest_revision().publish()
    return source.get_translated_instance(target)


def _translate(source: TranslationSource, target: Locale, words: Mapping[str, str]) -> None:
    """Strings are stored as HTML, so the words are looked up and written the same way."""
    known = {_html(french): _html(other) for french, other in words.items() if other}
    for segment in StringSegment.objects.filter(source=source).select_related("string"):
        if segment.string.data in known:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=target,
                context=segment.context,
                defaults={
                    "data": known[segment.string.data],
                    "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                    "tool_name": "",
                    "has_error": False,
                },
            )


def _html(text: str) -> str:
    return StringValue.from_plaintext(text.strip()).data


def pairs(*rows: object) -> dict[str, str]:
    """Every {fr = "…", br = "…"} found in nested data, as one French → Breton table.

    Paragraphs of a text are paired one by one.
    """
    found: dict[str, str] = {}
    for row in rows:
        if isinstance(row, Mapping) and set(row) <= {"fr", "br"} and "fr" in row:
            found.update(_pair(row["fr"], row.get("br", "")))
        elif isinstance(row, Mapping):
            found.update(pairs(*row.values()))
        elif isinstance(row, list | tuple):
            found.update(pairs(*row))
    return found


def _pair(french: object, other: object) -> dict[str, str]:
    if isinstance(french, list):
        return dict(zip(french, other or (), strict=False))
    found = {str(french): str(other)}
    found.update(zip(paragraphs(str(french)), paragraphs(str(other)), strict=False))
    return found


def paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.split("\n\n") if part.strip()]
