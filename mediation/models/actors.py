"""Digital actors and local initiatives, and the links between them.

Wished for in 2016 (« cartographier toutes les actions et mettre en valeur les liens »), and in
Brest in 2008. A page each; the links hang on the page in its source language.
"""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from portal.models import BasePage
from portal.territory import choices as commune_choices


class ActorIndexPage(BasePage):
    """The directory, the drawn map of links, the same as a list, and the open data."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["mediation.ActorPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("network of actors")

    def get_context(self, request, *args, **kwargs):
        from mediation.network.directory import directory

        return super().get_context(request, *args, **kwargs) | directory(self, request.GET)


class ActorPage(BasePage):
    """A public body, an association, a company, a collective… or what they do: an initiative."""

    class Kind(models.TextChoices):
        PUBLIC = "public", _("public body")
        ASSOCIATION = "association", _("association")
        COMPANY = "company", _("company")
        COLLECTIVE = "collective", _("collective")
        EDUCATION = "education", _("school or university")
        MEDIATORS = "mediators", _("team of mediators")
        INITIATIVE = "initiative", _("initiative")

    kind = models.CharField(_("kind"), max_length=11, choices=Kind)
    commune = models.CharField(_("commune"), max_length=5, blank=True, choices=commune_choices)
    website = models.URLField(_("website"), blank=True)
    phone = models.CharField(_("public telephone"), max_length=20, blank=True)
    email = models.EmailField(_("public e-mail"), blank=True)
    place = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("place"),
    )
    started = models.PositiveSmallIntegerField(
        _("started in"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2100)],
        help_text=_("Year. For an initiative."),
    )
    ended = models.PositiveSmallIntegerField(
        _("ended in"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2100)],
    )
    source = models.CharField(
        _("source"), max_length=200, blank=True, help_text=_("Which document says so.")
    )

    parent_page_types = ["mediation.ActorIndexPage"]
    subpage_types = []
    search_fields = [*BasePage.search_fields, index.FilterField("kind")]
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("kind"), FieldPanel("commune"), FieldPanel("started"), FieldPanel("ended")],
            heading=_("Who, where, when"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("website"),
                FieldPanel("phone"),
                FieldPanel("email"),
                PageChooserPanel("place", "mediation.PlacePage"),
            ],
            heading=_("How to reach"),
        ),
        InlinePanel("links", heading=_("Links"), label=_("Link")),
        FieldPanel("source"),
    ]
    override_translatable_fields = [
        SynchronizedField("place"),
        SynchronizedField("source"),
        SynchronizedField("phone"),
        SynchronizedField("website"),
        SynchronizedField("email"),
    ]

    class Meta:
        verbose_name = _("actor or initiative")
        verbose_name_plural = _("actors and initiatives")

    @property
    def is_initiative(self) -> bool:
        return self.kind == self.Kind.INITIATIVE

    def get_context(self, request, *args, **kwargs):
        from mediation.network.directory import facts_of, links_of

        about = {"links": links_of(self), "facts": facts_of(self)}
        return super().get_context(request, *args, **kwargs) | about


class ActorLink(models.Model):
    """From an actor to another one, or to an initiative."""

    class Kind(models.TextChoices):
        WORKS_WITH = "works_with", _("works with")
        LEADS = "leads", _("leads")
        HOSTED_BY = "hosted_by", _("is hosted by")
        FOLLOWS_FROM = "follows_from", _("follows from")

    actor = ParentalKey(ActorPage, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(_("link"), max_length=12, choices=Kind, default=Kind.WORKS_WITH)
    other = models.ForeignKey(
        ActorPage,
        on_delete=models.CASCADE,
        related_name="links_to_it",
        verbose_name=_("to"),
    )
    year = models.PositiveSmallIntegerField(_("since"), null=True, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True)

    panels = [
        FieldPanel("kind"),
        PageChooserPanel("other", "mediation.ActorPage"),
        FieldPanel("year"),
        FieldPanel("source"),
    ]

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        constraints = [
            models.UniqueConstraint(fields=["actor", "kind", "other"], name="one_link_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.actor_id} {self.kind} {self.other_id}"

    def clean(self):
        super().clean()
        if self.other_id and self.other_id == self.actor_id:
            raise ValidationError({"other": _("An actor has no link to itself.")})


class ActorProposal(models.Model):
    """An actor that a reader proposes; a moderator makes a page of it, or not."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        TAKEN = "taken", _("A page was made")
        REFUSED = "refused", _("Refused")

    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind"), max_length=11, choices=ActorPage.Kind)
    commune = models.CharField(_("commune"), max_length=5, blank=True)
    website = models.URLField(_("website"), blank=True)
    words = models.TextField(_("what it does"), max_length=600)
    contact = models.EmailField(_("e-mail of who proposes"), blank=True)
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    proposed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-proposed_at"]
        verbose_name = _("proposed actor")
        verbose_name_plural = _("proposed actors")

    def __str__(self) -> str:
        return self.name
