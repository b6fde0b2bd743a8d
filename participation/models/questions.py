"""The open question: asked before, during or after an event; then answers, and what followed."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, TranslatableField

from participation.blocks import Outcome
from participation.models.cards import Card, CardGroup
from portal.models import BasePage, for_everyone


class ParticipationIndexPage(BasePage):
    """The questions, the charter and the committee."""

    charter = StreamField(
        [("rule", blocks.CharBlock(label=_("Rule"), max_length=160))],
        verbose_name=_("charter"),
        blank=True,
        help_text=_("What makes an answer publishable. One rule a line, in plain words."),
    )

    parent_page_types = ["home.HomePage"]
    subpage_types = ["participation.QuestionPage", "participation.UsersCommitteePage"]
    max_count_per_parent = 1
    content_panels = [*BasePage.content_panels, FieldPanel("charter")]

    class Meta:
        verbose_name = _("participation")

    def get_context(self, request, *args, **kwargs):
        questions = QuestionPage.objects.child_of(self).filter(for_everyone())
        questions = questions.order_by("-opens", "title")
        committee = self.get_children().filter(for_everyone()).type(_committee())
        return super().get_context(request, *args, **kwargs) | {
            "open_questions": [question for question in questions if question.is_open],
            "coming_questions": [question for question in questions if question.is_to_come],
            "past_questions": [
                question
                for question in questions
                if not question.is_open and not question.is_to_come
            ],
            "committee": committee.first(),
        }


def _committee():
    from participation.models.committee import UsersCommitteePage

    return UsersCommitteePage


class QuestionPage(BasePage):
    """One question. Its words are in each language; its days, event and cards are shared."""

    class Moment(models.TextChoices):
        BEFORE = "before", _("before an event")
        DURING = "during", _("during an event")
        AFTER = "after", _("after an event")

    moment = models.CharField(_("asked"), max_length=6, choices=Moment, default=Moment.DURING)
    event = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="questions",
        verbose_name=_("event or edition"),
    )
    opens = models.DateField(_("open from"), null=True, blank=True)
    closes = models.DateField(_("open until"), null=True, blank=True)
    synthesis = RichTextField(
        _("synthesis"),
        blank=True,
        features=["bold", "ul", "link"],
        help_text=_("What the answers say together, once the cards are in groups."),
    )
    outcomes = StreamField(
        [("outcome", Outcome())],
        verbose_name=_("what became of it"),
        blank=True,
    )
    is_demonstration = models.BooleanField(_("demonstration"), default=False)

    parent_page_types = ["participation.ParticipationIndexPage"]
    subpage_types = []
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("moment"),
                PageChooserPanel("event", ["events.EditionPage", "events.EventPage"]),
                FieldPanel("opens"),
                FieldPanel("closes"),
                FieldPanel("is_demonstration"),
            ],
            heading=_("When the question is asked"),
        ),
        FieldPanel("synthesis"),
        FieldPanel("outcomes"),
    ]
    override_translatable_fields = [
        TranslatableField("title"),
        SynchronizedField("event"),
        SynchronizedField("moment"),
    ]

    class Meta:
        verbose_name = _("open question")
        verbose_name_plural = _("open questions")

    def clean(self):
        super().clean()
        if self.opens and self.closes and self.closes < self.opens:
            raise ValidationError({"closes": _("The last day is before the first one.")})

    @property
    def is_open(self) -> bool:
        today = timezone.localdate()
        return bool(self.opens) and self.opens <= today <= (self.closes or today)

    @property
    def is_to_come(self) -> bool:
        return bool(self.opens) and self.opens > timezone.localdate()

    def shown_event(self) -> Page | None:
        """The event in the reader's language, when everybody may read it."""
        event = self.event and self.event.localized
        return event if event and event.live and not event.get_view_restrictions() else None

    @cached_property
    def source_page(self):
        """The question in its source language: cards and groups hang on it."""
        return QuestionPage.objects.filter(translation_key=self.translation_key).earliest("pk")

    @property
    def charter(self):
        return self.get_parent().specific.charter

    def answers(self) -> list[tuple[CardGroup | None, list[Card]]]:
        """The published cards by group, in the editors' order; those in none come last."""
        cards = list(Card.objects.about(self).published().select_related("group"))
        groups = CardGroup.objects.filter(question__translation_key=self.translation_key)
        shelves = [(group, [c for c in cards if c.group_id == group.pk]) for group in groups]
        shelves.append((None, [card for card in cards if card.group_id is None]))
        return [(group, found) for group, found in shelves if found]

    def get_context(self, request, *args, **kwargs):
        from participation.forms import CardForm

        return super().get_context(request, *args, **kwargs) | {
            "form": CardForm(request=request) if self.is_open else None,
            "answers": self.answers(),
            "event": self.shown_event(),
        }
