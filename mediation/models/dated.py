"""What every dated page shares: its rhythm, where it takes place, and for whom."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList, TabbedInterface
from wagtail.fields import RichTextField
from wagtail_localize.fields import SynchronizedField

from mediation import dated_panels, session_choices
from mediation.fields import TickedField
from mediation.schedule_form import ScheduleField
from portal import territory
from portal.models import BasePage
from portal.schedule import ScheduleError, from_dict, known_school_holidays
from portal.territory import choices as commune_choices


def level_choices():
    return session_choices.LEVELS.options()


def format_choices():
    return session_choices.FORMATS.options()


class DatedPage(BasePage):
    """Something that happens: a workshop, an event.

    It describes its rhythm; publishing it writes its dates (events.Occurrence). All that is no
    word is kept by the French page and copied to the Breton one.
    """

    text = RichTextField(
        _("what happens there"), blank=True, features=["h3", "bold", "link", "ul", "ol"]
    )
    schedule = ScheduleField(_("when"))
    place = models.ForeignKey(
        "mediation.PlacePage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("place"),
        help_text=_("A place of the directory; or write a one-off address below."),
    )
    venue_name = models.CharField(_("name of the room or place"), max_length=120, blank=True)
    venue_street = models.CharField(_("number and street"), max_length=200, blank=True)
    venue_postcode = models.CharField(_("postcode"), max_length=5, blank=True)
    venue_town = models.CharField(
        _("town"), max_length=80, blank=True, help_text=_("Only outside the thirty communes.")
    )
    commune = models.CharField(_("commune"), max_length=5, blank=True, choices=commune_choices)
    online = models.BooleanField(_("online"), default=False)
    online_url = models.URLField(_("address of the session online"), blank=True, max_length=500)
    level = models.CharField(_("level"), max_length=12, choices=level_choices, default="any")
    format = models.CharField(
        _("kind of session"),
        max_length=12,
        choices=format_choices,
        default="workshop",
    )
    languages = TickedField(_("languages spoken"), among=session_choices.LANGUAGES)
    access = TickedField(_("accessibility"), among=session_choices.ACCESS)
    free = models.BooleanField(_("free of charge"), default=True)
    price = models.CharField(_("price"), max_length=120, blank=True)
    drop_in = models.BooleanField(_("no booking: just come"), default=False)
    lent = models.BooleanField(_("equipment lent"), default=False)
    capacity = models.PositiveSmallIntegerField(
        _("seats"),
        null=True,
        blank=True,
        help_text=_("Leave empty when people just come, without booking."),
    )
    phone = models.CharField(_("telephone to ask or book"), max_length=20, blank=True)
    organizer = models.CharField(_("organised by"), max_length=120, blank=True)

    subpage_types: list[str] = []
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *map(SynchronizedField, dated_panels.FACTS),
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList([*BasePage.content_panels, FieldPanel("text")], heading=_("What")),
            ObjectList(dated_panels.WHEN, heading=_("When")),
            ObjectList(dated_panels.WHERE, heading=_("Where")),
            ObjectList(dated_panels.FOR_WHOM, heading=_("For whom")),
            ObjectList(BasePage.promote_panels, heading=_("Publishing")),
        ]
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.schedule:
            try:
                from_dict(self.schedule).dates(known_school_holidays())
            except ScheduleError as error:
                errors["schedule"] = error.message
        where = (self.place_id, self.commune, self.venue_town, self.venue_name, self.online)
        if not any(where):
            errors["place"] = _("Where? A place, a commune, or online.")
        if self.venue_postcode and not (
            len(self.venue_postcode) == 5 and self.venue_postcode.isdecimal()
        ):
            errors["venue_postcode"] = _("A postcode has five digits.")
        if errors:
            raise ValidationError(errors)

    @property
    def is_source(self) -> bool:
        """Whether this is the French page, which carries all that is no word."""
        return self.locale.language_code == "fr" and self.alias_of_id is None

    @cached_property
    def source_page(self) -> "DatedPage":
        """The French page."""
        if self.is_source:
            return self
        pages = type(self).objects.filter(translation_key=self.translation_key)
        return pages.filter(locale__language_code="fr").first() or self

    def searchable_words(self):
        yield from super().searchable_words()
        if place := self.place:
            yield place.title
        if commune := territory.commune(self.commune or (place.commune if place else "")):
            yield from commune.names.values()
