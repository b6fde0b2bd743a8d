"""Editors type paper cards, sort them into groups, and write the synthesis."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from participation.models import Card, CardGroup
from tests.participation.examples import card, question

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_superuser("editor", "editor@example.org", "x")
    client.force_login(user)
    return client


def board(page):
    return reverse("participation_board", args=[page.pk])


def test_ten_paper_cards_are_typed_in_at_once(editor):
    page = question()
    lines = "\n".join(f"Idée {n}" for n in range(10)) + "\n\n"
    typed = {"do": "paper", "paper-words": lines, "paper-paper": "Urne", "paper-language": "fr"}
    assert editor.post(board(page), typed).status_code == 302
    assert Card.objects.about(page).published().count() == 10


def test_a_card_is_published_and_put_in_a_group(editor):
    page = question()
    waiting = card(page, "Du wifi")
    editor.post(board(page), {"do": "group", "group-title": "Être relié", "group-title_br": ""})
    made = CardGroup.objects.get()
    sent = {
        "do": "sort",
        "card-TOTAL_FORMS": 1,
        "card-INITIAL_FORMS": 1,
        "card-0-id": waiting.pk,
        "card-0-state": "published",
        "card-0-group": made.pk,
    }
    assert editor.post(board(page), sent).status_code == 302
    waiting.refresh_from_db()
    assert (waiting.state, waiting.group, bool(waiting.decided_at)) == ("published", made, True)


def test_too_long_a_card_is_refused_with_a_message(editor):
    page = question()
    typed = {
        "do": "paper",
        "paper-words": "x" * 1001,
        "paper-paper": "Urne",
        "paper-language": "fr",
    }
    assert editor.post(board(page), typed).status_code == 200
    assert not Card.objects.exists()


def test_the_desk_is_closed_to_those_who_may_not_sort(client):
    user = get_user_model().objects.create_user("reader", "reader@example.org", "x")
    client.force_login(user)
    assert client.get(board(question())).status_code == 302
