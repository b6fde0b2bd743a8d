"""« Did this guide help you? »: one question, two buttons, no personal datum."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from guides.models import GuidePage, Opinion
from portal.public_forms import PublicForm, public_form


class OpinionForm(PublicForm):
    """Yes or no; the answer says nothing about a person."""

    form_id = "guide_opinion"
    impersonal = ("helped",)
    helped = forms.TypedChoiceField(
        choices=[("yes", _("Yes")), ("no", _("No"))],
        coerce=lambda answer: answer == "yes",
        widget=forms.HiddenInput,
    )


@public_form
def opinion(request: HttpRequest, page_id: int) -> HttpResponse:
    """Counts one reader, then thanks them with what may help further. A GET counts nobody."""
    guide = get_object_or_404(GuidePage.objects.live().public(), pk=page_id)
    form = OpinionForm.of(request)
    if form.is_valid():
        Opinion.count(guide, helped := form.cleaned_data["helped"])
        return redirect(f"{request.path}?helped={'yes' if helped else 'no'}")
    said = request.GET.get("helped", "")
    context = {
        "guide": guide,
        "form": form,
        "said": said if said in ("yes", "no") else "",
        "dates": guide.next_dates() if said == "no" else [],
        "chrome_language": guide.locale.language_code,
    }
    with override(guide.locale.language_code):
        return form.answer("guides/opinion.html", context).render()
