"""« Did this guide help you? »: counted by guide and month, and nothing else is kept."""

from typing import Self

from django.db import models, transaction
from django.db.models import F, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OpinionQuerySet(models.QuerySet):
    def of(self, guide) -> Self:
        """What readers of a guide said, in either language."""
        return self.filter(guide=guide.translation_key)

    def totals(self) -> dict[str, int]:
        """{"helped": 12, "did_not": 3}"""
        found = self.aggregate(helped=Sum("helped"), did_not=Sum("did_not"))
        return {name: count or 0 for name, count in found.items()}


class Opinion(models.Model):
    """How many readers a guide helped in one month, in one language. No person, no day, no hour."""

    guide = models.UUIDField(_("guide"))
    language = models.CharField(_("language"), max_length=5)
    month = models.DateField(_("month"))
    helped = models.PositiveIntegerField(_("it helped"), default=0)
    did_not = models.PositiveIntegerField(_("it did not"), default=0)

    objects = OpinionQuerySet.as_manager()

    class Meta:
        verbose_name = _("opinion about a guide")
        verbose_name_plural = _("opinions about the guides")
        constraints = [
            models.UniqueConstraint("guide", "language", "month", name="one_opinion_row_a_month")
        ]

    def __str__(self) -> str:
        return f"{self.guide} {self.month:%Y-%m}: +{self.helped} −{self.did_not}"

    @classmethod
    def count(cls, page, helped: bool) -> None:
        """Adds one reader to the month under way."""
        month = timezone.localdate().replace(day=1)
        place = {
            "guide": page.translation_key,
            "language": page.locale.language_code,
            "month": month,
        }
        field = "helped" if helped else "did_not"
        with transaction.atomic():
            row, _created = cls.objects.get_or_create(**place)
            cls.objects.filter(pk=row.pk).update(**{field: F(field) + 1})
