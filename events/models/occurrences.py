"""One row for each date of anything scheduled: the calendar and every feed read this table."""

import datetime as dt
from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal import dates, territory
from portal.models import for_everyone
from portal.page_cache import forget_pages
from portal.schedule import ZONE


class OccurrenceQuerySet(models.QuerySet):
    """Reads like the question: Occurrence.objects.visible().upcoming().in_commune("56121")."""

    def visible(self) -> "OccurrenceQuerySet":
        """Of pages the public may see."""
        return self.filter(for_everyone("page__"))

    def upcoming(self, now: dt.datetime | None = None) -> "OccurrenceQuerySet":
        """Not over yet; a date without end counts until its day is over."""
        return self.filter(over_at__gt=now or timezone.now())

    def past(self, now: dt.datetime | None = None) -> "OccurrenceQuerySet":
        return self.filter(over_at__lte=now or timezone.now())

    def between(self, first: dt.date, last: dt.date) -> "OccurrenceQuerySet":
        """Taking place on these days, both included, in local time."""
        begin = dt.datetime.combine(first, dt.time(), tzinfo=ZONE)
        end = dt.datetime.combine(last + dt.timedelta(days=1), dt.time(), tzinfo=ZONE)
        return self.filter(starts_at__lt=end, over_at__gt=begin)

    def in_commune(self, *codes: str) -> "OccurrenceQuerySet":
        return self.filter(commune__in=codes)

    def near(self, code: str, km: float) -> "OccurrenceQuerySet":
        return self.in_commune(*territory.within(code, km))

    def of_series(self, *keys: Iterable) -> "OccurrenceQuerySet":
        return self.filter(series__in=keys)

    def standing(self) -> "OccurrenceQuerySet":
        """Without the cancelled ones."""
        return self.exclude(state=Occurrence.State.CANCELLED)

    def with_free_seats(self) -> "OccurrenceQuerySet":
        free = self.standing().filter(capacity__isnull=False, taken__lt=F("capacity"))
        return free.exclude(state=Occurrence.State.FULL)

    def taken_up(self) -> "OccurrenceQuerySet":
        """Every counted seat is taken."""
        return self.filter(taken__gte=F("capacity"))

    def full(self) -> "OccurrenceQuerySet":
        return self.filter(state=Occurrence.State.FULL) | self.taken_up()


class Occurrence(models.Model):
    """A date: what everybody may come to. `page` is the dated page in its source language."""

    class State(models.TextChoices):
        SCHEDULED = "scheduled", _("As planned")
        CANCELLED = "cancelled", _("Cancelled")
        MOVED = "moved", _("Moved")
        FULL = "full", _("Full")

    page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="occurrences"
    )
    series = models.UUIDField(editable=False)  # the translation key of the page
    key = models.CharField(max_length=20, editable=False)  # portal.schedule.Slot.key
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    over_at = models.DateTimeField(editable=False)  # when it is over, known end or not
    planned_at = models.DateTimeField(editable=False)  # its start before any move
    # Where its schedule puts it, when a hand put it elsewhere.
    scheduled_at = models.DateTimeField(null=True, blank=True, editable=False)
    all_day = models.BooleanField(default=False, editable=False)
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.SCHEDULED)
    withdrawn = models.BooleanField(default=False, editable=False)  # it left the schedule
    reason = models.CharField(_("why"), max_length=200, blank=True)
    reason_br = models.CharField(_("why, in Breton"), max_length=200, blank=True)
    replacement = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="replaces"
    )
    sequence = models.PositiveIntegerField(default=0, editable=False)  # RFC 5545, 3.8.7.4
    commune = models.CharField(max_length=5, blank=True, editable=False)
    place = models.ForeignKey(
        "mediation.PlacePage",
        null=True,
        on_delete=models.SET_NULL,
        related_name="dates_here",
        editable=False,
    )
    capacity = models.PositiveSmallIntegerField(_("seats"), null=True, blank=True)
    taken = models.PositiveSmallIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("date")
        verbose_name_plural = _("dates")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["page", "key"], name="a_key_names_one_date"),
            models.CheckConstraint(
                condition=Q(capacity=None) | Q(taken__lte=F("capacity")),
                name="never_more_taken_than_seats",
            ),
            models.CheckConstraint(
                condition=Q(ends_at=None) | Q(ends_at__gte=F("starts_at")),
                name="no_date_ends_before_it_starts",
            ),
        ]
        indexes = [
            models.Index(fields=["starts_at"]),
            models.Index(fields=["over_at"]),
            # A condition without a value: SQLite then sees that the question is the same.
            models.Index(
                fields=["over_at"], condition=Q(taken__gte=F("capacity")), name="dates_taken_up"
            ),
            models.Index(fields=["commune", "starts_at"]),
            models.Index(fields=["series", "starts_at"]),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} {self.local_start:%Y-%m-%d %H:%M}"

    @property
    def is_cancelled(self) -> bool:
        return self.state == self.State.CANCELLED

    @property
    def has_begun(self) -> bool:
        """From then on the seats that were taken are what is counted."""
        return self.starts_at <= timezone.now()

    @property
    def is_full(self) -> bool:
        taken_up = self.capacity is not None and self.taken >= self.capacity
        return self.state == self.State.FULL or taken_up

    @property
    def seats_left(self) -> int | None:
        """None when nobody counts; no seat of a date that an editor marked full."""
        if self.capacity is None:
            return None
        return 0 if self.is_full else self.capacity - self.taken

    @property
    def local_start(self) -> dt.datetime:
        return self.starts_at.astimezone(ZONE)

    @property
    def local_end(self) -> dt.datetime | None:
        return self.ends_at.astimezone(ZONE) if self.ends_at else None

    @property
    def last_day(self) -> dt.date:
        return dates.last_day(self.local_start, self.local_end)

    @property
    def slug(self) -> str:
        """Its part of the address: « 2026-11-24-1400 », the moment it was planned for."""
        return f"{self.planned_at.astimezone(ZONE):%Y-%m-%d-%H%M}"


class CalendarVersion(models.Model):
    """One row, whose number grows with every change of the dates: what was counted is then old."""

    number = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        return cls.objects.values_list("number", flat=True).filter(pk=1).first() or 0

    @classmethod
    def raise_number(cls) -> None:
        """To be called in the transaction of the change."""
        forget_pages()
        if not cls.objects.filter(pk=1).update(number=F("number") + 1):
            cls.objects.get_or_create(pk=1, defaults={"number": 1})
