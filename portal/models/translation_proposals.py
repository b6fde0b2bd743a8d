"""What a reader proposes for a page that has no Breton yet: words, and nothing about the reader."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TranslationProposal(models.Model):
    """A sentence or a page put into Breton by a reader; a translator takes it over or not."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        USED = "used", _("Taken over")
        REFUSED = "refused", _("Not taken over")

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="translation_proposals"
    )
    passage = models.CharField(_("which passage"), max_length=200, blank=True)
    words = models.TextField(_("in Breton"), max_length=3000)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    proposed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-proposed_at"]
        verbose_name = _("proposed translation")
        verbose_name_plural = _("proposed translations")

    def __str__(self) -> str:
        return self.words[:60]
