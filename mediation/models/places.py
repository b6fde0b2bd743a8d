"""Places where a resident finds help: who and where, in the national schema and in words."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail_localize.fields import SynchronizedField

from mediation import choices, panels
from mediation import completeness as whole
from mediation.fields import HoursField, TickedField
from mediation.forms import PlaceForm
from mediation.models.place_checks import faults
from mediation.models.place_questions import PlaceQuerySet
from mediation.opendata import LONGEST_PROSE
from mediation.opening_hours import Exceptional, State, state_at
from mediation.permissions import PlacePermissions
from portal import territory
from portal.models import BasePage, foreign
from portal.schedule import school_holidays
from portal.schedule.holidays import during
from portal.territory import choices as commune_choices


def written_here() -> str:
    """The source of what is first written here: the name of the territory."""
    return territory.name()


class PlacePage(RoutablePageMixin, BasePage):
    """A media library, a town hall, a third place, a bus: where somebody helps, or something works.

    The French page carries the facts; the Breton one only has other words.
    """

    text = RichTextField(_("presentation"), blank=True, features=["bold", "link", "ul"])
    coming = models.TextField(
        _("how to come"), blank=True, help_text=_("Stop, boat, cycle path, car park.")
    )
    access_details = models.TextField(_("physical access, in words"), blank=True)
    hours_note = models.CharField(
        _("about the hours, in words"),
        max_length=LONGEST_PROSE,
        blank=True,
        help_text=_("What the weekly hours cannot say, and hours not understood by an import."),
    )

    kinds = TickedField(_("kinds of place"), among=choices.KINDS)
    other_kinds = models.CharField(
        _("other national codes of its kind"), max_length=200, blank=True
    )
    commune = models.CharField(_("commune"), max_length=5, choices=commune_choices, db_index=True)
    street = models.CharField(_("number and street"), max_length=200, blank=True)
    street_extra = models.CharField(_("building, floor, place name"), max_length=200, blank=True)
    postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    latitude = models.FloatField(
        _("latitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
    )
    longitude = models.FloatField(
        _("longitude"),
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    phone = models.CharField(
        _("telephone"), max_length=20, blank=True, help_text=_("One number, of the place itself.")
    )
    emails = models.CharField(
        _("e-mail"),
        max_length=300,
        blank=True,
        help_text=_("Of the place, never of a person. Separated by |."),
    )
    websites = models.CharField(
        _("web sites"), max_length=600, blank=True, help_text=_("Separated by |.")
    )
    booking_url = models.URLField(_("online booking"), blank=True, max_length=400)
    acceslibre_url = models.URLField(_("page on acceslibre"), blank=True, max_length=400)
    opening_hours = HoursField(_("opening hours"))

    services = TickedField(_("help offered"), among=choices.SERVICES)
    audiences = TickedField(_("aimed at"), among=choices.AUDIENCES)
    needs = TickedField(_("special needs welcome"), among=choices.NEEDS)
    fees = TickedField(_("cost"), among=choices.FEES)
    contacts = TickedField(_("how to ask"), among=choices.CONTACTS)
    ways = TickedField(_("forms of help"), among=choices.WAYS)
    mobility = TickedField(_("fixed or travelling"), among=choices.MOBILITY)
    programmes = TickedField(_("national programmes"), among=choices.PROGRAMMES)
    labels = TickedField(_("training and labels"), among=choices.LABELS)
    other_labels = models.CharField(_("other labels"), max_length=300, blank=True)
    parent_structure = models.CharField(_("parent structure"), max_length=200, blank=True)

    access = TickedField(_("physical access"), among=choices.ACCESS)
    equipment = TickedField(_("equipment"), among=choices.EQUIPMENT)
    wifi_outside = models.CharField(
        _("Wi-Fi reached from outside"),
        max_length=200,
        blank=True,
        help_text=_("Hours in OSM syntax; « 24/7 » at any hour."),
    )
    languages = TickedField(_("languages spoken"), among=choices.LANGUAGES)
    setting = TickedField(_("urban or rural"), among=choices.SETTINGS)
    purposes = TickedField(_("economy or mediation"), among=choices.PURPOSES)

    siret = models.CharField(_("SIRET or RNA"), max_length=14, blank=True)
    source = models.CharField(_("source"), max_length=80, default=written_here, blank=True)
    number = models.CharField(_("number at that source"), max_length=200, blank=True)
    by_hand = models.JSONField(default=list, blank=True, editable=False)
    updated_on = models.DateField(_("facts of"), null=True, blank=True)
    confirmed_on = models.DateField(_("confirmed on"), null=True, blank=True)
    confirmed_by = models.CharField(
        _("confirmed by"), max_length=255, blank=True, help_text=_("A body, not a person.")
    )
    asked_on = models.DateField(null=True, blank=True, editable=False)
    gone_since = models.DateTimeField(null=True, blank=True, editable=False)
    alike = models.ForeignKey(
        "self", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="merged",
    )

    objects = PageManager.from_queryset(PlaceQuerySet)()
    base_form_class = PlaceForm
    search_auto_update = False  # mediation.finding does it, so that imports may wait

    parent_page_types = ["mediation.PlaceIndexPage"]
    subpage_types = []
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *map(SynchronizedField, panels.FACTS),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(panels.ESSENTIAL, heading=_("The place")),
            ObjectList(panels.HOURS, heading=_("Hours")),
            ObjectList(panels.HELP, heading=_("Help offered")),
            ObjectList(panels.COMING, heading=_("Coming and using")),
            ObjectList(panels.TRUST, heading=_("Sources and trust")),
            ObjectList(BasePage.promote_panels, heading=_("Publishing")),
        ]
    )

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
                name="place_both_coordinates_or_none",
            )
        ]
        indexes = [models.Index(fields=["source", "number"], name="place_number")]

    def clean(self) -> None:
        super().clean()
        if errors := faults(self):
            raise ValidationError(errors)

    @cached_property
    def original(self) -> "PlacePage":
        """The French page, which carries the facts."""
        if self.locale.language_code == "fr":
            return self
        pages = type(self).objects.filter(translation_key=self.translation_key)
        return pages.originals().first() or self

    @property
    def is_imported(self) -> bool:
        """Whether its facts come from another source, whose next file may change them."""
        return bool(self.source) and self.source != written_here()

    def permissions_for_user(self, user) -> PlacePermissions:
        return PlacePermissions(user, self)

    def exceptions(self) -> list[Exceptional]:
        """The dated closures and openings that are not over."""
        return [each.exceptional() for each in self.closures.all() if not each.over()]

    def state(self, now: dt.datetime | None = None) -> State:
        """Open or closed, at a local moment."""
        moment = now or timezone.localtime()
        return state_at(self.opening_hours, moment, self.exceptions(), in_school_holidays)

    @property
    def completeness(self) -> int:
        return whole.score(self)

    @property
    def missing(self) -> list:
        return whole.missing(self)

    def searchable_words(self):
        yield from super().searchable_words()
        if place := territory.commune(self.commune):
            yield place.name()

    def serve(self, request, *args, **kwargs):
        """A place merged into another leads there."""
        if self.original.merged_into_id:
            return redirect(self.original.merged_into.localized.url, permanent=True)
        return super().serve(request, *args, **kwargs)

    @path("fiche/", name="sheet")
    def sheet(self, request):
        """The orientation sheet that a mediator prints and hands over."""
        from mediation.directory.sheet import sheet  # it reads this model

        return self.render(request, context_overrides=sheet(self), template="mediation/sheet.html")

    def get_context(self, request, *args, **kwargs):
        from mediation.directory.detail import about  # it reads this model

        context = super().get_context(request, *args, **kwargs)
        return {
            **context,
            "about": about(self, timezone.localtime()),
            "foreign": foreign(self, get_language()),
        }


def in_school_holidays(day: dt.date) -> bool:
    return during(school_holidays(), day)
