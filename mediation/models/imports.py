"""A national file that somebody brought, kept until it is written or left."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class PlaceImport(models.Model):
    """The bytes of the file as they came; emptied once written, so that only the trace stays."""

    name = models.CharField(_("file"), max_length=200)
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    brought_at = models.DateTimeField(default=timezone.now)
    written_at = models.DateTimeField(null=True)
    outcome = models.JSONField(default=dict)

    class Meta:
        ordering = ["-brought_at"]
        verbose_name = _("import of places")
        verbose_name_plural = _("imports of places")

    def __str__(self) -> str:
        return f"{self.name} ({self.brought_at:%Y-%m-%d})"
