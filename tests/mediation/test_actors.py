"""The network of actors: the page of one, and the form that proposes another."""

import pytest
from django.urls import reverse
from lxml.html import fromstring
from wagtail.models import Locale

from mediation.models.actors import ActorIndexPage, ActorPage, ActorProposal
from portal.translation.twin import twin
from tests.mediation.place_examples import a_directory, a_place
from tests.portal.test_public_forms import post_data

pytestmark = pytest.mark.django_db


def test_an_actor_that_waits_twice_may_be_proposed_again(client):
    a_directory()
    waiting = {"name": "Défis", "kind": ActorPage.Kind.ASSOCIATION}
    for _time in range(2):  # two posts of the same moment
        ActorProposal.objects.create(**waiting)
    typed = post_data("actor_proposal", words="Elle aide.", **waiting)
    assert client.post(reverse("propose_actor"), typed).status_code == 302
    assert ActorProposal.objects.count() == 2


def an_actor(place) -> ActorPage:
    """The Breton page of an actor at that place."""
    home = place.get_parent().get_parent()
    network = home.add_child(instance=ActorIndexPage(title="Réseau", slug="reseau"))
    actor = ActorPage(title="Défis", slug="defis", kind=ActorPage.Kind.ASSOCIATION, place=place)
    network.add_child(instance=actor)
    locale = Locale.objects.get(language_code="br")
    breton = actor.copy_for_translation(locale, copy_parents=True)
    breton.save_revision().publish()
    return breton


def test_the_place_of_an_actor_is_named_and_reached_in_the_same_language(client):
    place = a_place(a_directory())
    actor = an_actor(place)
    link = "//dl//a[contains(@href, 'mediatheque')]"
    french = fromstring(client.get(actor.url).text).xpath(link)[0]
    assert (french.text, french.getparent().get("lang")) == ("Médiathèque", "fr")
    breton = twin(place, {"Médiathèque": "Mediaoueg", "mediatheque": "mediaoueg-mediatheque"})
    found = fromstring(client.get(actor.url).text).xpath(link)[0]
    assert (found.text, found.get("href")) == ("Mediaoueg", breton.url)
    assert found.getparent().get("lang") is None
