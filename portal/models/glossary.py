"""Words explained where they stand: hard ones that cannot be avoided."""

from django.core.cache import cache
from django.db import models
from django.utils.translation import gettext_lazy as _

CACHED = "glossary"


class GlossaryEntry(models.Model):
    """A word, its other forms, and what it means, in both languages."""

    word = models.CharField(_("word"), max_length=60, unique=True)
    forms = models.CharField(
        _("other forms"),
        max_length=200,
        blank=True,
        help_text=_("Plurals and spellings, by commas."),
    )
    meaning = models.CharField(
        _("what it means"), max_length=240, help_text=_("One or two short sentences.")
    )
    word_br = models.CharField(_("word in Breton"), max_length=60, blank=True)
    forms_br = models.CharField(_("other forms in Breton"), max_length=200, blank=True)
    meaning_br = models.CharField(_("what it means, in Breton"), max_length=240, blank=True)

    class Meta:
        ordering = ["word"]
        verbose_name = _("explained word")
        verbose_name_plural = _("explained words")

    def __str__(self) -> str:
        return self.word

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        cache.delete(CACHED)

    def delete(self, *args, **kwargs):
        cache.delete(CACHED)
        return super().delete(*args, **kwargs)


def meanings(language: str) -> dict[str, tuple[int, str]]:
    """(number, meaning) of every form, in small letters; one query, then from the cache."""
    known = cache.get(CACHED)
    if known is None:
        known = {code: _meanings(code) for code in ("fr", "br")}
        cache.set(CACHED, known)
    return known.get(language, {})


def _meanings(language: str) -> dict[str, tuple[int, str]]:
    suffix = "_br" if language == "br" else ""
    found = {}
    for entry in GlossaryEntry.objects.all():
        meaning = getattr(entry, f"meaning{suffix}")
        forms = [getattr(entry, f"word{suffix}"), *getattr(entry, f"forms{suffix}").split(",")]
        for form in forms if meaning else ():
            if form.strip():
                found[form.strip().lower()] = (entry.pk, meaning)
    return found
