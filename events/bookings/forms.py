"""What a booking asks: a name to call you by, seats, and one way to reach you if you wish."""

from typing import Any

from django import forms
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from events.bookings.contacts import read_contact
from events.models.bookings import Booking
from portal.public_forms import BURST, Budget, PublicForm

MOST_SEATS = 6


def seat_choices(most: int = MOST_SEATS) -> list[tuple[int, str]]:
    return [(n, ngettext("%d seat", "%d seats", n) % n) for n in range(1, most + 1)]


class BookingFields(forms.Form):
    """The three fields, for the resident and for the mediator who types what the phone says."""

    first_name = forms.CharField(
        label=_("First name, or any name you like"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    seats = forms.TypedChoiceField(label=_("How many seats"), coerce=int, choices=seat_choices)
    contact = forms.CharField(
        label=_("Telephone or e-mail"),
        required=False,
        max_length=254,
        help_text=_("Without it, you get a code to note."),
    )

    def clean_contact(self) -> str:
        self.contact_kind, contact = read_contact(self.cleaned_data["contact"])
        return contact

    def booking(self, **more: Any) -> Booking:
        """The filled booking, not saved."""
        return Booking(
            **self.cleaned_data, contact_kind=self.contact_kind, language=get_language(), **more
        )


class BookingForm(BookingFields, PublicForm):
    """For oneself or for a relative."""

    form_id = "booking"
    impersonal = ("seats",)


class ActionForm(PublicForm):
    """What a person does on the page of a booking; each button is a post, never a link."""

    form_id = "booking_page"
    impersonal = ("action", "seats")
    minimum_seconds = 0

    action = forms.ChoiceField(
        choices=[(name, name) for name in ("accept", "seats", "cancel", "erase")]
    )
    seats = forms.TypedChoiceField(coerce=int, choices=seat_choices, required=False, empty_value=1)


class CodeForm(PublicForm):
    """The way in for somebody who left no address; few tries, so that codes cannot be guessed."""

    form_id = "booking_code"
    impersonal = ("code",)
    budgets = (BURST, Budget(30, 600))
    minimum_seconds = 0

    code = forms.CharField(
        label=_("Your code"),
        help_text=_("Six letters and numbers."),
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
