"""The pages of the calendar: the calendar itself, an event, an edition of the Semaine."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail_localize.fields import SynchronizedField

from mediation.models import DatedPage
from portal.models import BasePage

if TYPE_CHECKING:
    from events.search.asked import Asked


OF_THE_SOURCE = ["edition", "part_of", "trails", "source", "source_uid", "imported"]


class CalendarPage(BasePage):
    """Every date of the territory, to search, print and carry away."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["events.EventPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("calendar")

    def narrowed(self, asked: "Asked") -> "Asked":
        """What the page itself asks on top of a search: nothing."""
        return asked

    def get_context(self, request, *args, **kwargs):
        from events.showing.calendar import calendar_context  # it reads this model

        return super().get_context(request, *args, **kwargs) | calendar_context(request, self)


class EventPage(DatedPage):
    """Something that happens once, some times, or for some days; often part of an edition."""

    edition = models.ForeignKey(
        "events.EditionPage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("edition"),
    )
    part_of = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("part of"),
        help_text=_("The open day, or the event inside which this one takes place."),
    )
    trails = models.CharField(
        _("trails"),
        max_length=200,
        blank=True,
        help_text=_("Short names of trails of the edition, separated by commas."),
    )
    source = models.CharField(max_length=200, blank=True, editable=False)  # where it came from
    source_uid = models.CharField(max_length=255, blank=True, editable=False)
    imported = models.JSONField(default=dict, blank=True, editable=False)  # as last brought in

    parent_page_types = ["events.CalendarPage"]
    shown_with = ("edition", "part_of", "place")
    content_panels = [
        *DatedPage.content_panels,
        PageChooserPanel("edition"),
        PageChooserPanel("part_of"),
        FieldPanel("trails"),
    ]
    override_translatable_fields = [
        *DatedPage.override_translatable_fields,
        *map(SynchronizedField, OF_THE_SOURCE),
    ]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [models.Index(fields=["source", "source_uid"], name="event_source")]

    def get_context(self, request, *args, **kwargs):
        from events.showing.date import kin_of

        return super().get_context(request, *args, **kwargs) | {"kin": kin_of(self)}


class EditionPage(BasePage):
    """One Semaine du numérique, or another yearly meeting: kept for ever at its address."""

    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    motto = models.CharField(_("motto"), max_length=200, blank=True)
    editorial = RichTextField(
        _("editorial"), blank=True, features=["h3", "bold", "italic", "link", "ul", "ol"]
    )
    synthesis = RichTextField(
        _("what was said"), blank=True, features=["h3", "bold", "italic", "link", "ul", "ol"]
    )
    call_until = models.DateField(
        _("proposals welcome until"),
        null=True,
        blank=True,
        help_text=_("Empty: no call for proposals."),
    )

    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("motto"),
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldPanel("editorial"),
        InlinePanel("trails", heading=_("Trails"), label=_("trail")),
        InlinePanel("partners", heading=_("Partners"), label=_("partner")),
        FieldPanel("synthesis"),
        MultiFieldPanel([FieldPanel("call_until")], heading=_("Call for proposals")),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *map(SynchronizedField, ["first_day", "last_day", "call_until"]),
    ]

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")

    def clean(self) -> None:
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The end is before the beginning.")})

    @cached_property
    def source_page(self) -> "EditionPage":
        """The French page: it names the edition in addresses, and its trails hang on it."""
        if self.locale.language_code == "fr":
            return self
        pages = EditionPage.objects.filter(translation_key=self.translation_key)
        return pages.filter(locale__language_code="fr").first() or self

    @property
    def source_slug(self) -> str:
        return self.source_page.slug

    @property
    def call_is_open(self) -> bool:
        """Whether anybody may offer a session."""
        return self.call_until is not None and timezone.localdate() <= self.call_until

    def narrowed(self, asked: "Asked") -> "Asked":
        """Its own dates only; all of them, those gone by too, when no period is asked."""
        asked = replace(asked, choices={**asked.choices, "edition": (self.source_slug,)})
        if asked.first or asked.last or asked.when:
            return asked
        return replace(asked, first=self.first_day, last=self.last_day)

    def get_context(self, request, *args, **kwargs):
        from events.showing.edition import edition_context

        return super().get_context(request, *args, **kwargs) | edition_context(request, self)


class Trail(Orderable):
    """« Parcours seniors »: a way through the programme, chosen by the editors."""

    page = ParentalKey(EditionPage, on_delete=models.CASCADE, related_name="trails")
    slug = models.SlugField(_("short name"), max_length=50)
    title = models.CharField(_("title"), max_length=120)
    title_br = models.CharField(_("title in Breton"), max_length=120, blank=True)
    text = models.CharField(_("in one sentence"), max_length=280, blank=True)
    text_br = models.CharField(_("in one sentence, in Breton"), max_length=280, blank=True)

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["page", "slug"], name="a_trail_has_its_own_name")
        ]

    def __str__(self) -> str:
        return self.title


class Partner(Orderable):
    """Who makes an edition possible."""

    page = ParentalKey(EditionPage, on_delete=models.CASCADE, related_name="partners")
    name = models.CharField(_("name"), max_length=150)
    role = models.CharField(_("role"), max_length=200, blank=True)
    role_br = models.CharField(_("role in Breton"), max_length=200, blank=True)
    website = models.URLField(_("web site"), blank=True)

    def __str__(self) -> str:
        return self.name
