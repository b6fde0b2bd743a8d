"""The translators' desk in the admin, and the readers' form to propose a translation."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from wagtail.admin.auth import permission_denied
from wagtail.models import Locale, Page

from portal.models.translation_proposals import TranslationProposal
from portal.numbers import row_number
from portal.public_forms import PublicForm, public_form
from portal.translation.guards import SUBMIT, may_edit
from portal.translation.progress import State, sections

TARGET = "br"


def desk(request: HttpRequest) -> HttpResponse:
    """Every page by section with its state in Breton; `state` shows one state only."""
    if not request.user.has_perm(SUBMIT):
        return permission_denied(request)
    found = sections(Locale.objects.get(language_code=TARGET))
    asked = request.GET.get("state", "")
    lines = [line for section in found for line in section.lines]
    context = {
        "sections": [
            (section, [line for line in section.lines if asked in ("", line.state.name)])
            for section in found
        ],
        "counts": [(state, sum(line.state is state for line in lines)) for state in State],
        "asked": asked,
        "page_title": _("Translators’ desk"),
        "header_icon": "wagtail-localize-language",
    }
    return TemplateResponse(request, "portal/admin/translators_desk.html", context)


def proposals(request: HttpRequest, page_id: int) -> HttpResponse:
    """What readers proposed for one page; a translator takes it over by hand, then says so."""
    page = get_object_or_404(Page, pk=page_id)
    if not request.user.has_perm(SUBMIT) or not may_edit(request.user, page):
        return permission_denied(request)
    if request.method == "POST" and request.POST.get("state") in TranslationProposal.State:
        found = page.translation_proposals.filter(pk=row_number(request.POST.get("proposal")))
        found.update(state=request.POST["state"])
        return redirect("translation_proposals", page_id)
    context = {
        "proposals": page.translation_proposals.all(),
        "page_title": page.title,
        "header_icon": "wagtail-localize-language",
    }
    return TemplateResponse(request, "portal/admin/translation_proposals.html", context)


class ProposalForm(PublicForm):
    """Words for a page, and nothing about who sends them."""

    form_id = "translation_proposal"
    impersonal = ("passage", "words")

    passage = forms.CharField(label=gettext_lazy("Which passage"), max_length=200, required=False)
    words = forms.CharField(
        label=gettext_lazy("Your translation into Breton"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 6, "lang": TARGET}),
    )

    def clean(self):
        return {name: strip_tags(words).strip() for name, words in self.cleaned_data.items()}

    def save(self, page: Page) -> None:
        TranslationProposal.objects.get_or_create(page=page, **self.cleaned_data)


@public_form
def propose(request: HttpRequest, page_id: int) -> HttpResponse:
    """« Proposer une traduction » of a French page."""
    page = get_object_or_404(Page.objects.live().public(), pk=page_id)
    form = ProposalForm.of(request)
    if form.is_valid():
        form.save(page)
        return redirect("translation_proposed")
    context = {"form": form, "page": page, "lang": page.locale.language_code}
    return form.answer("portal/propose_translation.html", context)


def proposed(request: HttpRequest) -> HttpResponse:
    return TemplateResponse(request, "portal/translation_proposed.html")


def propose_url(page: Page, language: str = TARGET) -> str:
    """Where a reader proposes the translation of a page."""
    from django.urls import reverse

    with override(language):
        return reverse("propose_translation", args=[page.pk])
