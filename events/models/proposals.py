"""A session somebody offers for an edition, and what became of the offer."""

import secrets

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.models.bookings import digest


class ProposalQuerySet(models.QuerySet):
    def waiting(self):
        """Not answered yet, oldest first."""
        return self.filter(state=Proposal.State.RECEIVED).order_by("made_at")

    def by_link(self, link: str):
        return self.filter(link_hash=digest(link)).first()


class Proposal(models.Model):
    """Moderated. The proposer follows it by a private link, of which only the digest is stored."""

    class State(models.TextChoices):
        RECEIVED = "received", _("Received: somebody will read it")
        ACCEPTED = "accepted", _("Accepted: it enters the programme")
        REFUSED = "refused", _("Not this time")
        WITHDRAWN = "withdrawn", _("Withdrawn by you")

    edition = models.ForeignKey(
        "events.EditionPage", on_delete=models.CASCADE, related_name="proposals"
    )
    title = models.CharField(_("title"), max_length=150)
    summary = models.TextField(_("what happens there"), max_length=1500)
    organizer = models.CharField(_("who organises it"), max_length=120)
    commune = models.CharField(_("commune"), max_length=5)
    venue = models.CharField(_("place"), max_length=200, blank=True)
    day = models.DateField(_("day"), null=True, blank=True)
    starts = models.TimeField(_("from"), null=True, blank=True)
    ends = models.TimeField(_("to"), null=True, blank=True)
    contact = models.EmailField(_("e-mail to answer you"), blank=True)
    language = models.CharField(max_length=2, default="fr")
    state = models.CharField(_("state"), max_length=9, choices=State, default=State.RECEIVED)
    answer = models.TextField(_("answer to the proposer"), max_length=1000, blank=True)
    event = models.ForeignKey(
        "events.EventPage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    link_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    answered_at = models.DateTimeField(null=True, editable=False)

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal")
        verbose_name_plural = _("proposals")
        ordering = ["made_at"]

    def __str__(self) -> str:
        return self.title

    def new_link(self) -> str:
        """A fresh secret of 128 bits; the row keeps its digest."""
        link = secrets.token_hex(16)
        self.link_hash = digest(link)
        return link
