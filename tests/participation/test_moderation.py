"""Editors type paper cards, sort them into groups, and write the synthesis."""

import lxml.html
import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from participation.models import Card, CardGroup
from tests.participation.examples import card, group, question

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = get_user_model().objects.create_superuser("editor", "editor@example.org", "x")
    client.force_login(user)
    return client


def board(page):
    return reverse("participation_board", args=[page.pk])


def shown(client, page):
    """The form of the cards, as it stands in a browser that opened the board now."""
    board_form = lxml.html.fromstring(client.get(board(page)).content).xpath(
        "//form[.//button[@value='sort']]"
    )[0]
    return dict(board_form.form_values())


def sort(client, page, form, number=0, **choices):
    """Sends the form with these choices for one card; what is read afterwards."""
    chosen = {f"card-{number}-{name}": value for name, value in choices.items()}
    answer = client.post(board(page), form | chosen | {"do": "sort"}, follow=True)
    assert answer.redirect_chain
    return answer.content.decode()


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
    sort(editor, page, shown(editor, page), state="published", group=made.pk)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.group, bool(waiting.decided_at)) == ("published", made, True)


def test_a_page_left_open_does_not_publish_again_a_card_refused_since(editor):
    page = question()
    refused, other = card(page, "Du spam", state="published"), card(page, "Du wifi")
    made = group(page, "Être relié")
    old = shown(editor, page)
    Card.objects.filter(pk=refused.pk).update(state="refused", group=made)
    number = next(n for n in range(2) if old[f"card-{n}-id"] == str(other.pk))
    read = sort(editor, page, old, number, state="published")
    refused.refresh_from_db()
    other.refresh_from_db()
    assert (refused.state, refused.group, other.state) == ("refused", made, "published")
    assert "Cartes déjà modifiées" not in read


def test_a_card_put_in_a_group_keeps_the_state_it_was_given_since(editor):
    page = question()
    sorted_twice = card(page, "Du spam", state="published")
    made = group(page, "Être relié")
    old = shown(editor, page)
    Card.objects.update(state="refused")
    sort(editor, page, old, group=made.pk)
    sorted_twice.refresh_from_db()
    assert (sorted_twice.state, sorted_twice.group) == ("refused", made)


def test_of_two_decisions_on_a_card_the_first_stays_and_the_second_moderator_is_told(editor):
    page = question()
    decided = card(page, "Du <b>spam</b>")
    old = shown(editor, page)
    Card.objects.update(state="refused")
    read = sort(editor, page, old, state="published")
    decided.refresh_from_db()
    assert (decided.state, decided.decided_at) == ("refused", None)
    assert "Cartes déjà modifiées" in read and "« Du &lt;b&gt;spam&lt;/b&gt; »" in read


def test_two_moderators_who_decide_the_same_are_told_nothing(editor):
    page = question()
    card(page, "Du wifi")
    old = shown(editor, page)
    Card.objects.update(state="published")
    assert "Cartes déjà modifiées" not in sort(editor, page, old, state="published")


def test_a_page_left_open_with_a_card_deleted_since_does_not_break(editor):
    page = question()
    gone = card(page, "Du wifi")
    old = shown(editor, page)
    gone.delete()
    answer = editor.post(board(page), old | {"do": "sort", "card-0-state": "published"})
    assert answer.status_code == 200 and not Card.objects.exists()


@pytest.mark.parametrize("count", [4, 40])
def test_a_board_of_many_cards_costs_no_more_queries(editor, count, django_assert_max_num_queries):
    page = question()
    made = group(page, "Être relié")
    for number in range(count):
        card(page, f"Idée {number}", group=made)
    editor.get(board(page))  # what Wagtail keeps of the site is asked once
    with django_assert_max_num_queries(9):
        assert editor.get(board(page)).text.count("selected>Être relié") == count


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
