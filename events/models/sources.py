"""A partner's calendar that the portal follows."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.territory import choices as commune_choices


class CalendarSource(models.Model):
    """An address to subscribe to, or a name for files that somebody sends."""

    name = models.CharField(_("name"), max_length=120, unique=True)
    address = models.URLField(
        _("address"),
        max_length=500,
        blank=True,
        help_text=_("The https:// address of the calendar (.ics). Empty: files only."),
    )
    place = models.ForeignKey(
        "mediation.PlacePage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("place"),
        help_text=_("Where its events take place."),
    )
    commune = models.CharField(_("commune"), max_length=5, blank=True, choices=commune_choices)
    refresh = models.BooleanField(
        _("refresh every night"), default=False, help_text=_("New events wait as drafts.")
    )
    refreshed_at = models.DateTimeField(null=True, blank=True, editable=False)
    pending = models.TextField(blank=True, editable=False)  # read and shown, not yet written
    report = models.TextField(_("last report"), blank=True, editable=False)

    class Meta:
        verbose_name = _("partner’s calendar")
        verbose_name_plural = _("partners’ calendars")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if self.address and not self.address.startswith(("https://", "webcal://")):
            raise ValidationError({"address": _("The address must begin with https://.")})
