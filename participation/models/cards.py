"""Cards: what residents answer, on the site or on paper, and the groups editors make of them.

A row hangs on the question in its source language; it is found from any language by the question's
translation key.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

MOST_SIGNS = 1000


class CardGroup(models.Model):
    """Cards that say the same thing, under a title in both languages."""

    question = models.ForeignKey(
        "participation.QuestionPage", on_delete=models.CASCADE, related_name="groups"
    )
    title = models.CharField(_("title"), max_length=120)
    title_br = models.CharField(_("title in Breton"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = _("group of cards")
        verbose_name_plural = _("groups of cards")

    def __str__(self) -> str:
        return self.title

    @property
    def words(self) -> tuple[str, str]:
        """(title, its language): the reader's one, else French."""
        if get_language() == "br" and self.title_br:
            return self.title_br, "br"
        return self.title, "fr"


class CardQuerySet(models.QuerySet):
    def about(self, question):
        """The cards of a question, whatever the language of its page."""
        return self.filter(question__translation_key=question.translation_key)

    def published(self):
        return self.filter(state=Card.State.PUBLISHED)

    def waiting(self):
        return self.filter(state=Card.State.WAITING)


class Card(models.Model):
    """One answer to a question; nothing about its author, except an address to answer to."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        PUBLISHED = "published", _("Published")
        REFUSED = "refused", _("Refused: against the charter")

    question = models.ForeignKey(
        "participation.QuestionPage", on_delete=models.CASCADE, related_name="cards"
    )
    words = models.TextField(_("words"), max_length=MOST_SIGNS)
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default="fr"
    )
    paper = models.CharField(
        _("paper card, from where"),
        max_length=120,
        blank=True,
        help_text=_("The event or the box. Empty for an answer typed on the site."),
    )
    group = models.ForeignKey(
        CardGroup, on_delete=models.SET_NULL, null=True, blank=True, related_name="cards"
    )
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.WAITING)
    reply_to = models.EmailField(_("e-mail, for an answer"), blank=True)
    sent_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = CardQuerySet.as_manager()

    class Meta:
        ordering = ["sent_at", "pk"]
        indexes = [models.Index(fields=["question", "state"])]
        verbose_name = _("card")
        verbose_name_plural = _("cards")

    def __str__(self) -> str:
        return self.words[:60]
