"""What a page is about, and for whom: the same few words on guides, workshops and events.

They hang on the page in its source language as rows, because wagtail-localize never carries a
many-to-many field that was emptied.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel


class Label(models.Model):
    """A word in both languages with a stable slug for addresses."""

    slug = models.SlugField(_("slug"), unique=True, help_text=_("In addresses: do not change it."))
    name_fr = models.CharField(_("name in French"), max_length=80)
    name_br = models.CharField(_("name in Breton"), max_length=80, blank=True)

    panels = [FieldPanel("name_fr"), FieldPanel("name_br"), FieldPanel("slug")]

    class Meta:
        abstract = True
        ordering = ["name_fr"]

    def __str__(self) -> str:
        return self.name_fr

    def name(self, language: str) -> str:
        return (self.name_br if language == "br" else "") or self.name_fr


class Theme(Label):
    """What it is about: health, work, security…"""

    class Meta(Label.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")


class Audience(Label):
    """For whom: everyone, older people, children…"""

    class Meta(Label.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")


class PageTheme(models.Model):
    """A theme of a page."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_themes")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, verbose_name=_("theme"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "theme"], name="page_theme_once")]

    def __str__(self) -> str:
        return str(self.theme)


class PageAudience(models.Model):
    """An audience of a page."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="page_audiences")
    audience = models.ForeignKey(Audience, on_delete=models.CASCADE, verbose_name=_("audience"))

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "audience"], name="page_audience_once")
        ]

    def __str__(self) -> str:
        return str(self.audience)
