"""School holidays that an editor adds to those of the repository."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.schedule import Period, known_school_holidays


class SchoolHoliday(models.Model):
    """A period of zone B, both days free; series that rest in school holidays rest here too."""

    name = models.CharField(_("name"), max_length=60)
    first = models.DateField(_("first free day"))
    last = models.DateField(_("last free day"))

    class Meta:
        verbose_name = _("school holidays")
        verbose_name_plural = _("school holidays")
        ordering = ["first"]

    def __str__(self) -> str:
        return f"{self.name} {self.first:%Y}"

    def clean(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValidationError({"last": _("The end is before the beginning.")})

    @classmethod
    def added(cls) -> list[Period]:
        return [Period(row.first, row.last, {"fr": row.name}) for row in cls.objects.all()]

    @staticmethod
    def known() -> list[Period]:
        """The periods of the repository and those added here."""
        return list(known_school_holidays())
