"""The outbox: a message is a row, written together with the change it tells of, and sent later."""

import datetime as dt

from django.db import models
from django.db.models import Q
from django.utils import timezone

KEPT_TRYING = dt.timedelta(hours=48)
SENDING = dt.timedelta(minutes=10)
BACKOFF_MINUTES = (1, 5, 15, 60)


class OutgoingMessageQuerySet(models.QuerySet):
    def due(self):
        """What should be sent now: not sent, not given up, and in nobody's hands."""
        return self.filter(
            sent_at__isnull=True, given_up_at__isnull=True, due_at__lte=timezone.now()
        )

    def claim(self, message) -> bool:
        """Takes a message in hand for ten minutes; False when another sender was faster."""
        return bool(
            self.due()
            .filter(pk=message.pk, attempts=message.attempts)
            .update(due_at=timezone.now() + SENDING, attempts=models.F("attempts") + 1)
        )


class OutgoingMessage(models.Model):
    """One e-mail to one person. `key` names what it says: the same news is never sent twice."""

    key = models.CharField(max_length=120, unique=True)
    recipient = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    calendar = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True)
    given_up_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=200, blank=True)

    objects = OutgoingMessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["due_at"],
                name="outbox_due",
                condition=Q(sent_at__isnull=True, given_up_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.key

    def mark_sent(self) -> None:
        """Keeps that it was sent, and forgets to whom and what."""
        self.sent_at = timezone.now()
        self._forget_words()

    def mark_failed(self, reason: str) -> None:
        """Tries later, a little later each time; gives up after 48 hours."""
        now = timezone.now()
        self.last_error = reason[:200]
        if now - self.created_at >= KEPT_TRYING:
            self.given_up_at = now
            self._forget_words()
            return
        step = min(self.attempts, len(BACKOFF_MINUTES)) - 1
        self.due_at = now + dt.timedelta(minutes=BACKOFF_MINUTES[max(step, 0)])
        self.save(update_fields=["due_at", "last_error"])

    def _forget_words(self) -> None:
        self.recipient = self.subject = self.body = self.calendar = ""
        self.save()
