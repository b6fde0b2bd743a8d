"""The users' committee: residents who try the services and say what must change.

Wished for by the Conseil de développement of Brest in 2016.
"""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from participation.blocks import Minutes, Trial
from portal.models import BasePage


class UsersCommitteePage(BasePage):
    """How to join, its minutes, its trials of the portal."""

    how_to_join = RichTextField(_("how to join"), features=["bold", "ul", "link"])
    minutes = StreamField([("minutes", Minutes())], verbose_name=_("minutes"), blank=True)
    trials = StreamField([("trial", Trial())], verbose_name=_("trials of the portal"), blank=True)

    parent_page_types = ["participation.ParticipationIndexPage"]
    subpage_types = []
    max_count_per_parent = 1
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("how_to_join"),
        FieldPanel("minutes"),
        FieldPanel("trials"),
    ]

    class Meta:
        verbose_name = _("users’ committee")

    def get_context(self, request, *args, **kwargs):
        from participation.forms import JoinForm

        return super().get_context(request, *args, **kwargs) | {"form": JoinForm(request=request)}


class JoinRequest(models.Model):
    """Somebody who would like to come to a meeting; erased after 90 days."""

    name = models.CharField(_("first name"), max_length=40, blank=True)
    contact = models.CharField(_("telephone or e-mail"), max_length=120)
    commune = models.CharField(_("commune"), max_length=5, blank=True)
    language = models.CharField(
        _("language"), max_length=2, choices=settings.LANGUAGES, default="fr"
    )
    sent_at = models.DateTimeField(_("sent"), default=timezone.now)

    class Meta:
        ordering = ["-sent_at"]
        verbose_name = _("wish to join the committee")
        verbose_name_plural = _("wishes to join the committee")

    def __str__(self) -> str:
        return self.name or self.contact
