"""What hangs on a place: photos, dated closures, numbers at sources, errors people report."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from mediation import opening_hours


class PlacePhoto(Orderable):
    """A picture of the door, so that one recognises it; its words are those of the image."""

    place = ParentalKey("mediation.PlacePage", on_delete=models.CASCADE, related_name="photos")
    image = models.ForeignKey("portal.Illustration", on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("image")]


class PlaceClosure(Orderable):
    """Days that do not follow the week: closed, or open at other hours, and why."""

    place = ParentalKey("mediation.PlacePage", on_delete=models.CASCADE, related_name="closures")
    first = models.DateField(_("from"))
    last = models.DateField(_("to (included)"))
    opens = models.TimeField(_("open from"), null=True, blank=True)
    closes = models.TimeField(_("until"), null=True, blank=True)
    message = models.CharField(_("message"), max_length=150, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("first"), FieldPanel("last")]),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")], help_text=_("Empty: closed.")),
        FieldPanel("message"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("dated closure or opening")

    def __str__(self) -> str:
        return f"{self.first} – {self.last}"

    def clean(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValidationError({"last": _("The end is before the beginning.")})
        if (self.opens is None) != (self.closes is None):
            raise ValidationError({"closes": _("Give both hours, or none.")})

    def over(self) -> bool:
        return self.last < timezone.localdate()

    def exceptional(self) -> opening_hours.Exceptional:
        return exceptional(self.first, self.last, self.opens, self.closes, self.message)


def exceptional(
    first: dt.date, last: dt.date, opens: dt.time | None, closes: dt.time | None, message: str
) -> opening_hours.Exceptional:
    hours = ((opens, closes),) if opens and closes else ()
    return opening_hours.Exceptional(first, last, hours, message)


class PlaceNumber(models.Model):
    """A number that the place goes by at a source; the next import finds it again."""

    place = models.ForeignKey(
        "mediation.PlacePage", on_delete=models.CASCADE, related_name="numbers"
    )
    source = models.CharField(max_length=80, blank=True)
    number = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="one_place_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.number}"


class PlaceReport(models.Model):
    """« Something is wrong here »: from a passer-by, or from the partner's yearly answer."""

    class Kind(models.TextChoices):
        HOURS = "hours", _("The hours are wrong")
        CLOSED = "closed", _("The place has closed")
        PHONE = "phone", _("The telephone number is wrong")
        ADDRESS = "address", _("The address is wrong")
        OTHER = "other", _("Something else")

    place = models.ForeignKey(
        "mediation.PlacePage", on_delete=models.CASCADE, related_name="reports"
    )
    kind = models.CharField(_("what is wrong"), max_length=8, choices=Kind)
    message = models.TextField(_("tell us more"), max_length=1000, blank=True)
    reply_to = models.EmailField(_("your e-mail, if you want an answer"), blank=True)
    from_partner = models.BooleanField(_("from the partner"), default=False)
    made_at = models.DateTimeField(default=timezone.now)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_at"]
        verbose_name = _("reported error")
        verbose_name_plural = _("reported errors")

    def __str__(self) -> str:
        return f"{self.place}: {self.get_kind_display()}"
