"""What the checks panel tells an editor about a whole guide: how it reads, and what is missing."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from guides.models import GuidePage, PlainWord
from guides.readability import Note, Score, check, score
from guides.reading import minutes, texts

A_YEAR = dt.timedelta(days=365)
SCORED_WORDS, EASY, FAIR = 60, 80, 65
MOST_FRAMES, QUESTIONS = 8, 3
BRETON = "br"


@dataclass(frozen=True)
class Advice:
    """The measure of a guide (None when it is too short or not French) and what to better."""

    score: Score | None
    verdict: str
    minutes: int
    notes: list[tuple[str, Note]]


def advice(guide: GuidePage) -> Advice:
    """Everything worth saying about a guide as it was last saved; each note with its words."""
    language = guide.locale.language_code
    words = [text for _field, text in texts(guide) if text]
    measured = score("\n".join(words)) if language == "fr" else None
    if measured and measured.words < SCORED_WORDS:
        measured = None
    return Advice(
        score=measured,
        verdict=_verdict(measured.ease) if measured else "",
        minutes=minutes(guide),
        notes=[("", note) for note in _missing(guide)] + list(_on_words(guide, language)),
    )


def _verdict(ease: int) -> str:
    if ease >= EASY:
        return _("very easy to read")
    return _("to be made simpler") if ease >= FAIR else _("difficult to read")


def _on_words(guide: GuidePage, language: str) -> Iterator[tuple[str, Note]]:
    jargon = PlainWord.as_jargon()
    for field, text in texts(guide):
        for note in check(text, field, jargon, language):
            if note.level != "info":
                yield text, note


def _missing(guide: GuidePage) -> Iterator[Note]:
    if len(guide.strip) > MOST_FRAMES:
        yield Note("warn", "frames", _("More than eight frames: two guides may read better."))
    if not guide.key_points:
        yield Note("warn", "key-points", _("No key point: say in three sentences what to keep."))
    if 0 < len(guide.quiz) < QUESTIONS or not guide.quiz:
        yield Note("info", "quiz", _("Three questions help readers check what they understood."))
    if guide.links and not guide.checked_on:
        yield Note("warn", "checked", _("Nobody has checked the addresses and numbers yet."))
    elif guide.links and timezone.localdate() - guide.checked_on > A_YEAR:
        yield Note("alert", "checked", _("Addresses and numbers were checked over a year ago."))
    yield from _missing_breton(guide)


def _missing_breton(guide: GuidePage) -> Iterator[Note]:
    breton = Locale.objects.filter(language_code=BRETON).first()
    if not breton or guide.locale_id == breton.pk:
        return
    twins = GuidePage.objects.live().filter(
        translation_key=guide.translation_key, locale=breton, alias_of=None
    )
    if not twins.exists():
        yield Note("warn", "breton", _("Not in Breton yet."))
