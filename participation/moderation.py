"""The moderators' and editors' desk of one question: publish, refuse, type paper cards, group.

One plain page of forms; it needs no script.
"""

from django import forms
from django.contrib import messages
from django.db.models import Count, Q
from django.forms import modelformset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.auth import permission_denied

from participation.models import Card, CardGroup, QuestionPage
from participation.models.cards import MOST_SIGNS

SORT = "participation.change_card"
MOST_PAPER_CARDS = 200


class CardLine(forms.ModelForm):
    """One card of the board. What it showed is posted too: a page left open undoes nothing."""

    class Meta:
        model = Card
        fields = ["state", "group"]

    def __init__(self, *args, groups, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["group"].queryset = groups
        self.fields["group"].choices = choices  # else each card would ask for them again
        for name in self.Meta.fields:
            self.fields[name].show_hidden_initial = True

    def clean(self):
        """The card as it is now, with what was chosen here unless that was changed meanwhile."""
        for name in self.Meta.fields:
            if name not in self.changed_data or name in self.overtaken:
                self.cleaned_data[name] = getattr(self.instance, name)

    def save(self, commit=True):
        if self.instance.state != self.initial["state"]:
            self.instance.decided_at = timezone.now()
        return super().save(commit)

    @cached_property
    def overtaken(self) -> list[str]:
        """The fields chosen here that somebody had already changed to something else."""
        chosen = (name for name in self.Meta.fields if name in self.changed_data)
        return [name for name in chosen if self._is_overtaken(name)]

    def _is_overtaken(self, name: str) -> bool:
        now = str(self.initial.get(name) or "")  # a card deleted since has none
        return now not in (self.data.get(self[name].html_initial_name, ""), self[name].data)


CardLines = modelformset_factory(Card, form=CardLine, extra=0)


class GroupForm(forms.ModelForm):
    class Meta:
        model = CardGroup
        fields = ["title", "title_br"]


class PaperForm(forms.Form):
    """Cards copied from a wall or a box: one a line."""

    words = forms.CharField(
        label=gettext_lazy("Paper cards, one a line"), widget=forms.Textarea(attrs={"rows": 8})
    )
    paper = forms.CharField(label=gettext_lazy("From where"), max_length=120)
    language = forms.ChoiceField(
        label=gettext_lazy("Language"), choices=Card._meta.get_field("language").choices
    )

    def clean_words(self) -> list[str]:
        lines = [line.strip() for line in self.cleaned_data["words"].splitlines() if line.strip()]
        if len(lines) > MOST_PAPER_CARDS:
            raise forms.ValidationError(_("At most %d cards at a time.") % MOST_PAPER_CARDS)
        if any(len(line) > MOST_SIGNS for line in lines):
            raise forms.ValidationError(_("One card is longer than %d signs.") % MOST_SIGNS)
        return lines

    def save(self, question: QuestionPage) -> int:
        """Published at once: an editor has read them."""
        cards = [
            Card(
                question=question,
                words=line,
                paper=self.cleaned_data["paper"],
                language=self.cleaned_data["language"],
                state=Card.State.PUBLISHED,
                decided_at=timezone.now(),
            )
            for line in self.cleaned_data["words"]
        ]
        return len(Card.objects.bulk_create(cards))


def questions(request: HttpRequest) -> HttpResponse:
    """Every question with its number of cards, those that wait first."""
    if not request.user.has_perm(SORT):
        return permission_denied(request)
    waiting = Count("cards", filter=Q(cards__state=Card.State.WAITING))
    found = (
        QuestionPage.objects.filter(pk__in=_sources())
        .annotate(waiting=waiting, total=Count("cards"))
        .order_by("-waiting", "-opens")
    )
    context = {"questions": found, "page_title": _("Questions and cards"), "header_icon": "comment"}
    return TemplateResponse(request, "participation/admin/questions.html", context)


def board(request: HttpRequest, pk: int) -> HttpResponse:
    """The cards of one question, and the three forms that act on them."""
    if not request.user.has_perm(SORT):
        return permission_denied(request)
    question = get_object_or_404(QuestionPage, pk=pk)
    forms_ = _forms(request, question)
    done = _act(request, question, forms_)
    if done:
        messages.success(request, done)
        return redirect("participation_board", pk=pk)
    context = {
        "question": question,
        "page_title": question.title,
        "header_icon": "comment",
        **forms_,
    }
    return TemplateResponse(request, "participation/admin/board.html", context)


def _forms(request: HttpRequest, question: QuestionPage) -> dict:
    """The form whose button was pressed is bound; the others are fresh."""
    pressed = request.POST.get("do") if request.method == "POST" else None
    data = {name: request.POST if pressed == name else None for name in ("sort", "group", "paper")}
    cards = Card.objects.about(question).select_related("group")
    cards = cards.order_by("state", "group__position", "sent_at")
    return {
        "lines": CardLines(
            data["sort"], queryset=cards, prefix="card", form_kwargs=_groups(question)
        ),
        "group_form": GroupForm(data["group"], prefix="group"),
        "paper_form": PaperForm(data["paper"], prefix="paper"),
    }


def _groups(question: QuestionPage) -> dict:
    """What a card may be put in, asked once for all cards."""
    groups = CardGroup.objects.filter(question=question)
    named = [(group.pk, str(group)) for group in groups]
    return {"groups": groups, "choices": [("", _("In no group")), *named]}


def _act(request: HttpRequest, question: QuestionPage, forms_: dict) -> str:
    """What was done, in words; nothing when a form has a fault or none was sent."""
    lines, group, paper = forms_["lines"], forms_["group_form"], forms_["paper_form"]
    if lines.is_bound and lines.is_valid():
        lines.save()
        _tell_overtaken(request, lines)
        return _("Saved.")
    if group.is_bound and group.is_valid():
        group.instance.question = question
        group.instance.position = question.groups.count()
        group.save()
        return _("The group is there: now choose it beside the cards.")
    if paper.is_bound and paper.is_valid():
        count = paper.save(question)
        return ngettext("%d card typed in.", "%d cards typed in.", count) % count
    return ""


def _tell_overtaken(request: HttpRequest, lines) -> None:
    cards = [f"« {Truncator(line.instance.words).chars(60)} »" for line in lines if line.overtaken]
    if cards:
        told = _("Already changed since this page was opened, and left as it is now: %(cards)s.")
        messages.warning(request, told % {"cards": ", ".join(cards)})


def _sources():
    """One page a question: the one in its source language."""
    from portal.translation.progress import source_locale

    return QuestionPage.objects.filter(locale=source_locale()).values("pk")
