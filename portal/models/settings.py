"""What editors set once for the whole site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="cog")
class PortalSettings(BaseSiteSetting):
    """The human behind the site, and whether it is a demonstration."""

    phone = models.CharField(
        _("telephone"),
        max_length=20,
        blank=True,
        help_text=_("Of a public desk where a person answers. Empty: no number is shown."),
    )
    phone_hours = models.CharField(_("telephone hours"), max_length=100, blank=True)
    demo = models.BooleanField(
        _("demonstration"), default=False, help_text=_("A band says so on every page.")
    )

    class Meta:
        verbose_name = _("site and telephone")
