"""Offering a session: what, where, when, and one way to answer."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.inputs import DayInput, HourInput
from events.models import EditionPage, Proposal
from portal import territory
from portal.public_forms import PublicForm


class ProposalForm(PublicForm):
    """One screen; only the e-mail says something about a person, and it is optional."""

    form_id = "proposal"
    impersonal = ("title", "summary", "organizer", "commune", "venue", "day", "starts", "ends")
    title = forms.CharField(label=_("What do you offer?"), max_length=150)
    summary = forms.CharField(
        label=_("What happens there, and for whom"), max_length=1500, widget=forms.Textarea
    )
    organizer = forms.CharField(
        label=_("Which association, place or service?"),
        max_length=120,
        help_text=_("A body, not a person."),
    )
    commune = forms.ChoiceField(label=_("Commune"))
    venue = forms.CharField(label=_("Place"), max_length=200, required=False)
    day = forms.DateField(label=_("Day"), required=False, widget=DayInput)
    starts = forms.TimeField(label=_("From"), required=False, widget=HourInput)
    ends = forms.TimeField(label=_("To"), required=False, widget=HourInput)
    contact = forms.EmailField(label=_("Your e-mail"), required=False)

    def __init__(self, *args: Any, edition: EditionPage, **options: Any) -> None:
        super().__init__(*args, **options)
        self.edition = edition
        language = edition.locale.language_code
        self.fields["commune"].choices = [("", "…"), *territory.choices(language)]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        day, starts, ends = data.get("day"), data.get("starts"), data.get("ends")
        if day and day < timezone.localdate():
            self.add_error("day", _("This day is over. Please choose one to come."))
        if starts and ends and ends <= starts:
            self.add_error("ends", _("It ends before it starts. Please check the hours."))
        return data

    def proposal(self) -> tuple[Proposal, str]:
        """The saved proposal and the secret of its page."""
        names = [*self.impersonal, "contact"]
        values = {name: self.cleaned_data[name] for name in names}
        edition = self.edition
        proposal = Proposal(edition=edition.source_page, **values)
        proposal.language = edition.locale.language_code
        link = proposal.new_link()
        proposal.save()
        return proposal, link


class WithdrawForm(PublicForm):
    """One button: I take my proposal back."""

    form_id = "proposal_withdrawn"
