"""« Something is wrong here », and the partner's answer: no personal field is required."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mediation.models.place_details import PlaceReport
from portal.public_forms import PublicForm


class ReportForm(PublicForm):
    """Anybody's word about a place."""

    form_id = "place_report"
    impersonal = ("kind", "message")
    kind = forms.ChoiceField(
        label=_("What is wrong?"), choices=PlaceReport.Kind, widget=forms.RadioSelect
    )
    message = forms.CharField(
        label=_("What should it say?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reply_to = forms.EmailField(label=_("Your e-mail, if you want an answer"), required=False)

    def save(self, place) -> PlaceReport:
        return PlaceReport.objects.create(place=place, **self._given())

    def _given(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("kind", "message", "reply_to")}


class ConfirmForm(PublicForm):
    """The partner's yearly answer: still right, or what changed."""

    form_id = "place_confirm"
    impersonal = ("answer", "message")
    minimum_seconds = 0  # one click is the point; the link is signed
    answer = forms.ChoiceField(
        choices=[("right", ""), ("changed", ""), ("closed", "")], widget=forms.HiddenInput
    )
    message = forms.CharField(
        label=_("What changed?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
