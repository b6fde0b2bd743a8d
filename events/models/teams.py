"""Who may post for a place: its team, and the invitations that open the mediators' space."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

INVITATION_LIFE = dt.timedelta(hours=72)


class Team(models.Model):
    """The mediators of one place; what a trusted team posts needs no moderation."""

    place = models.OneToOneField(
        "mediation.PlacePage", on_delete=models.CASCADE, related_name="team"
    )
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="teams", blank=True, verbose_name=_("mediators")
    )
    trusted = models.BooleanField(
        _("publishes without moderation"),
        default=False,
        help_text=_("What this team posts is published at once."),
    )

    class Meta:
        verbose_name = _("team of a place")
        verbose_name_plural = _("teams of places")

    def __str__(self) -> str:
        return str(self.place)


class InvitationQuerySet(models.QuerySet):
    def open(self):
        """Not used, and younger than 72 hours."""
        return self.filter(used_at=None, created_at__gt=timezone.now() - INVITATION_LIFE)


class Invitation(models.Model):
    """A moderator's word to one person: this link, once, within 72 hours."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail"))
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    created_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.team} {self.created_at:%Y-%m-%d}"
