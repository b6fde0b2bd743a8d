"""A resident answers an open question, without account and without saying who they are."""

import datetime as dt

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import PageViewRestriction

from home.models import InformationPage
from participation.models import Card
from tests.participation.examples import card, group, question
from tests.portal.test_public_forms import post_data

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def empty_budgets():
    cache.clear()


def send(client, page, **typed):
    return client.post(reverse("answer", args=[page.pk]), post_data("contribution", **typed))


def test_an_answer_waits_for_a_moderator_and_says_so(client):
    page = question()
    answer = send(client, page, words="Un banc au soleil")
    assert answer.status_code == 302
    assert Card.objects.get().state == Card.State.WAITING
    assert client.get(answer.url).status_code == 200
    assert "Un banc" not in client.get(page.url).content.decode()


def test_nothing_is_asked_about_the_person_unless_a_reply_is_wanted(client):
    page = question()
    send(client, page, words="Du wifi")
    assert Card.objects.get().reply_to == ""


def test_a_closed_question_takes_no_answer(client):
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    page = question(opens=yesterday, closes=yesterday)
    assert send(client, page, words="Trop tard").status_code == 302
    assert not Card.objects.exists()
    assert 'name="words"' not in client.get(page.url).content.decode()


def test_html_is_taken_out_of_an_answer(client):
    send(client, question(), words="<b>Un</b> <script>alert(1)</script>atelier")
    assert Card.objects.get().words == "Un alert(1)atelier"


@pytest.mark.parametrize(
    "words",
    ["x" * 20_000, " ".join(["https://spam.example"] * 40), "<p></p>", "", "a\x00b"],
)
def test_a_hostile_answer_is_refused_with_a_message_and_kept(client, words):
    answer = send(client, question(), words=words)
    assert answer.status_code == 200
    assert 'class="field__error"' in answer.content.decode()
    assert not Card.objects.exists()


def test_the_same_words_sent_twice_make_one_card(client):
    page = question()
    for _time in range(2):
        send(client, page, words="Du wifi")
    assert Card.objects.count() == 1


def test_everyone_who_asks_for_a_reply_has_one_to_come_whatever_was_said_before(client):
    page = question()
    card(page, "Du wifi", paper="Urne", state=Card.State.PUBLISHED)
    for address in ("une@example.org", "", "deux@example.org", "deux@example.org"):
        send(client, page, words="Du wifi", reply_to=address)
    asked = Card.objects.exclude(reply_to="").waiting()
    assert {each.reply_to for each in asked} == {"une@example.org", "deux@example.org"}
    assert Card.objects.count() == 3
    assert "example.org" not in client.get(page.url).text


def test_words_that_stand_on_two_paper_cards_may_be_sent_too(client):
    page = question()
    for _time in range(2):
        card(page, "Du wifi", paper="Urne", state=Card.State.PUBLISHED)
    assert send(client, page, words="Du wifi").status_code == 302
    assert Card.objects.count() == 2


def test_forty_answers_a_minute_from_one_network_are_too_many(client):
    page = question()
    statuses = [send(client, page, words=f"Réponse {n}").status_code for n in range(40)]
    assert statuses[0] == 302
    assert statuses[-1] == 429


def test_asking_for_the_address_of_the_form_does_nothing(client):
    page = question()
    assert client.get(reverse("answer", args=[page.pk])).status_code == 302
    assert not Card.objects.exists()


def test_published_cards_stand_in_their_groups_and_the_others_last():
    page = question()
    people = group(page, "Une personne")
    card(page, "Au guichet", state="published", group=people)
    card(page, "Du wifi", state="published")
    card(page, "Injure", state="refused")
    shelves = [(found and found.title, [c.words for c in cards]) for found, cards in page.answers()]
    assert shelves == [("Une personne", ["Au guichet"]), (None, ["Du wifi"])]


def test_addresses_are_forgotten_after_two_months_and_the_words_stay():
    from participation.personal_data import erase_addresses

    old = timezone.now() - dt.timedelta(days=61)
    card(question(), "Du wifi", reply_to="moi@example.org", sent_at=old)
    assert erase_addresses(timezone.now() - dt.timedelta(days=60)) == 1
    assert Card.objects.get().reply_to == ""
    assert Card.objects.get().words == "Du wifi"


def test_a_question_to_come_says_its_day_and_is_not_among_those_of_the_past(client):
    day = timezone.localdate() + dt.timedelta(days=3)
    page = question(opens=day, closes=day + dt.timedelta(days=9))
    listed = client.get(page.get_parent().url).text
    for text in (listed, client.get(page.url).text):
        assert f"Ouvre le {date_format(day)}" in text.replace("\xa0", " ")
        assert "Cette question est close" not in text
    assert "Déjà posées" not in listed


def test_the_event_of_a_question_is_named_once_it_is_published(client):
    page = question()
    page.event = (
        page.get_parent()
        .get_parent()
        .add_child(instance=InformationPage(title="Une soirée", slug="soiree", live=False))
    )
    page.save()
    assert "Une soirée" not in client.get(page.url).text
    page.event.specific.save_revision().publish()
    cache.clear()
    assert "Une soirée" in client.get(page.url).text


def test_a_private_question_is_not_listed(client):
    page = question()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert page.title not in client.get(page.get_parent().url).text
