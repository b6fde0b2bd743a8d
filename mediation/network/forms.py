"""The form by which anybody proposes an actor of the network."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mediation.models.actors import ActorPage, ActorProposal
from portal.public_forms import PublicForm, my_commune


class ActorForm(PublicForm):
    form_id = "actor_proposal"
    impersonal = ("name", "kind", "commune", "website", "words")

    name = forms.CharField(label=_("Name of the actor"), max_length=120)
    kind = forms.ChoiceField(label=_("Kind"), choices=ActorPage.Kind.choices)
    commune = forms.ChoiceField(label=_("Commune"), choices=my_commune, required=False)
    website = forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    words = forms.CharField(
        label=_("What it does, in a few words"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    contact = forms.EmailField(label=_("Your e-mail, if we may ask you"), required=False)

    def save(self) -> ActorProposal:
        """The same name proposed twice makes one proposal."""
        same = {"name": self.cleaned_data["name"], "state": ActorProposal.State.WAITING}
        waiting = ActorProposal.objects.filter(**same).first()
        return waiting or ActorProposal.objects.create(**self.cleaned_data)
