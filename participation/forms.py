"""What residents send: an answer to a question, or their wish to join the users' committee."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from participation.models import Card, JoinRequest, QuestionPage
from participation.models.cards import MOST_SIGNS
from portal.public_forms import PublicForm, my_commune

MOST_LINKS = 2
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


class CardForm(PublicForm):
    """An answer; the address is asked only of who wants a reply."""

    form_id = "contribution"
    impersonal = ("words",)

    words = forms.CharField(
        label=_("Your answer"),
        help_text=_("One idea, in one or two sentences. No name, no address."),
        max_length=MOST_SIGNS,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    reply_to = forms.EmailField(label=_("Your e-mail, if you want a reply"), required=False)

    def clean_words(self) -> str:
        words = strip_tags(self.cleaned_data["words"]).strip()
        if not words:
            raise ValidationError(_("Please write your answer with words."))
        if len(LINK.findall(words)) > MOST_LINKS:
            raise ValidationError(_("Two links at most, please: say it with your own words."))
        return words

    def save(self, question: QuestionPage) -> Card:
        """The waiting card, or one that says the same words: paper has several of those.

        Who wants a reply has a card of their own, or nobody would answer them.
        """
        said = {"question": question.source_page, "words": self.cleaned_data["words"]}
        if reply_to := self.cleaned_data["reply_to"]:
            said["reply_to"] = reply_to
        found = Card.objects.filter(**said).first()
        return found or Card.objects.create(**said, language=get_language())


class JoinForm(PublicForm):
    """A way to be told of the next meeting, and where one lives, if one says so."""

    form_id = "committee"
    impersonal = ("commune",)

    name = forms.CharField(
        label=_("Your first name, or any name you like"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    contact = forms.CharField(label=_("Your telephone or your e-mail"), max_length=120)
    commune = forms.ChoiceField(label=_("My commune"), choices=my_commune, required=False)

    def clean_contact(self) -> str:
        contact = self.cleaned_data["contact"].strip()
        if "@" in contact:
            return forms.EmailField().clean(contact)
        if len(re.sub(r"\D", "", contact)) < 10:
            raise ValidationError(_("Please give a telephone with ten numbers, or an e-mail."))
        return contact

    def save(self) -> JoinRequest:
        return JoinRequest.objects.create(**self.cleaned_data, language=get_language())
