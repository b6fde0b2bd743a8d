"""What people had erased: a mark without any content, applied again after a backup is restored."""

from django.db import models
from django.utils import timezone


class Erasure(models.Model):
    """`mark` is a digest of the erased row's reference; kept as long as the backups."""

    treatment = models.CharField(max_length=40)
    mark = models.CharField(max_length=64)
    erased_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["treatment", "mark"], name="erased_once")]

    def __str__(self) -> str:
        return f"{self.treatment} {self.mark[:8]}"
