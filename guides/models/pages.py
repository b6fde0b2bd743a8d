"""The guides and their list: plain words, drawings, and nothing that needs a script."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from guides.addresses import sheet_urls
from guides.blocks import IfTrouble, OfficialLink, Question, Strip
from guides.levels import LEVELS
from guides.listing import beside, cards, themes_of
from guides.reading import minutes, specs
from guides.teaching import dates_that_teach
from portal.models import BasePage


class GuideIndexPage(BasePage):
    """All the guides, by theme; the emergency page first."""

    override_translatable_fields = [SynchronizedField("slug")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["guides.GuidePage", "guides.GuidePath", "guides.EmergencyPage"]
    max_count_per_parent = 1

    class Meta:
        verbose_name = _("list of the guides")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        shown = cards(self)
        theme = request.GET.get("theme", "")
        chosen = [card for card in shown if card["theme"] == theme] or shown
        return context | {
            "cards": chosen,
            "themes": themes_of(shown, theme),
            "count": len(chosen),
            **beside(self),
        }


class GuidePage(BasePage):
    """One gesture or one danger, told as a comic."""

    theme = models.ForeignKey(
        "portal.Theme", models.SET_NULL, null=True, blank=True, verbose_name=_("theme")
    )
    level = models.CharField(_("level"), max_length=20, choices=LEVELS, default="beginner")
    strip = StreamField(Strip(), verbose_name=_("comic"))
    cover = models.PositiveSmallIntegerField(
        _("frame shown on the cover"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(12)],
        help_text=_("Its number in the comic."),
    )
    key_points = StreamField(
        [
            (
                "point",
                blocks.CharBlock(
                    max_length=110,
                    label=_("Key point"),
                    icon="tick",
                    form_attrs={"data-plain-words": "rule"},
                ),
            )
        ],
        max_num=4,
        blank=True,
        verbose_name=_("to remember"),
        help_text=_("Three short sentences. Start with “I” or with a verb."),
    )
    if_trouble = StreamField(
        [("case", IfTrouble())], max_num=4, blank=True, verbose_name=_("what if…")
    )
    links = StreamField(
        [("service", OfficialLink())], max_num=6, blank=True, verbose_name=_("official services")
    )
    checked_on = models.DateField(
        _("services checked on"),
        null=True,
        blank=True,
        help_text=_("When somebody last tried every address and number. Once a year at least."),
    )
    quiz = StreamField(
        [("question", Question())],
        max_num=3,
        blank=True,
        verbose_name=_("have you understood?"),
        help_text=_("Three questions with a picture."),
    )

    override_translatable_fields = [SynchronizedField("slug")]
    parent_page_types = ["guides.GuideIndexPage"]
    subpage_types = []

    shown_with = ("theme",)

    class Meta:
        verbose_name = _("comic guide")
        verbose_name_plural = _("comic guides")

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [*BasePage.content_panels, FieldPanel("strip")], heading=_("Title and comic")
            ),
            ObjectList(
                [
                    FieldPanel("key_points"),
                    FieldPanel("if_trouble"),
                    MultiFieldPanel(
                        [FieldPanel("links"), FieldPanel("checked_on")],
                        heading=_("Official services"),
                    ),
                    FieldPanel("quiz"),
                ],
                heading=_("After the comic"),
            ),
            ObjectList(
                [
                    MultiFieldPanel(
                        [FieldPanel("theme"), FieldPanel("level"), FieldPanel("cover")],
                        heading=_("Where it is found"),
                    ),
                    HelpPanel(template="guides/admin/opinions.html", heading=_("Readers")),
                    *BasePage.promote_panels,
                ],
                heading=_("Finding it, readers"),
            ),
        ]
    )

    def serve(self, request, *args, **kwargs):
        response = super().serve(request, *args, **kwargs)
        patch_vary_headers(response, ["Save-Data"])
        return response

    def get_context(self, request, *args, **kwargs):
        from guides.opinion import OpinionForm

        context = super().get_context(request, *args, **kwargs)
        commune = request.GET.get("commune", "")
        return context | {
            "text_only": _wants_text(request),
            "sheet": sheet_urls(specs(self)),
            "dates": self.next_dates(commune),
            "opinion": OpinionForm(request=request),
        }

    def next_dates(self, commune: str = "") -> list[dict]:
        """The next workshops that teach this, near a commune if one is given."""
        theme = self.theme.slug if self.theme else ""
        return dates_that_teach(theme, self.level, commune, self.locale.language_code)

    @property
    def minutes(self) -> int:
        """How long it takes to read, in whole minutes."""
        return minutes(self)


def _wants_text(request: HttpRequest) -> bool:
    """Text when asked for (`?text=1`), or when the browser saves data and none was asked for."""
    saving = request.headers.get("Save-Data", "").lower() == "on"
    return request.GET.get("text", "1" if saving else "0") == "1"
