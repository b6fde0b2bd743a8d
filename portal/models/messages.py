"""The editors' own words for the messages the site sends."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.messages import kind_choices, unknown_words


class MessageTemplate(models.Model):
    """One message in one language; without a row the default words are sent."""

    kind = models.CharField(_("message"), max_length=40, choices=kind_choices)
    language = models.CharField(
        _("language"), max_length=2, choices=[("fr", "français"), ("br", "brezhoneg")]
    )
    subject = models.CharField(_("subject"), max_length=150)
    body = models.TextField(
        _("text"),
        help_text=_("Plain text. Words between braces are filled in: {title}, {date}, {place}…"),
    )

    class Meta:
        verbose_name = _("message to people")
        verbose_name_plural = _("messages to people")
        constraints = [
            models.UniqueConstraint(fields=["kind", "language"], name="one_template_a_language")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.language})"

    def clean(self) -> None:
        for name in ("subject", "body"):
            unknown = unknown_words(self.kind, getattr(self, name)) if self.kind else set()
            if unknown:
                words = ", ".join(f"{{{word}}}" for word in sorted(unknown))
                raise ValidationError({name: _("This message cannot fill: %s") % words})
