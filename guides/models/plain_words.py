"""Difficult words and plainer ones, which editors add to as they meet them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class PlainWord(models.Model):
    """« hameçonnage »: say « faux message qui vous piège »."""

    word = models.CharField(_("difficult word or phrase"), max_length=80, unique=True)
    plainer = models.CharField(_("say rather"), max_length=120)

    panels = [FieldPanel("word"), FieldPanel("plainer")]

    class Meta:
        verbose_name = _("difficult word")
        verbose_name_plural = _("difficult words")
        ordering = ["word"]

    def __str__(self) -> str:
        return f"{self.word} → {self.plainer}"

    @classmethod
    def as_jargon(cls) -> dict[str, str]:
        """What `guides.readability.check` reads."""
        return dict(cls.objects.values_list("word", "plainer"))
