"""Public forms need no cookie: a token, the browser's own word, a trap, and budgets."""

import time

import pytest
import time_machine
from django import forms
from django.core.cache import cache
from django.db import OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from portal.public_forms import (
    BURST,
    PublicForm,
    public_form,
    token_for,
    try_again_page,
)


def post_data(form_id: str, **typed) -> dict:
    """What a person sends: the form's token, some seconds old, and the typed fields."""
    with time_machine.travel(time.time() - 60):
        token = token_for(form_id)
    return {"token": token, "website": "", **typed}


class Letter(PublicForm):
    form_id = "letter"
    impersonal = ("words",)
    words = forms.CharField()


@pytest.fixture(autouse=True)
def empty_budgets():
    cache.clear()


def sent(form_id="letter", headers=None, address="192.0.2.7", **changes) -> Letter:
    data = post_data(form_id, words="Demat") | changes
    request = RequestFactory().post("/fr/", data, headers=headers or {}, REMOTE_ADDR=address)
    return Letter.of(request)


def test_a_form_sent_by_a_person_is_read():
    form = sent()
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"words": "Demat"}


def test_an_old_telephone_that_says_nothing_of_itself_may_send():
    assert sent(headers={}).is_valid()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://testserver"}, 200),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 200),
    ],
)
def test_a_post_from_another_site_is_refused(headers, status):
    form = sent(headers=headers)
    assert form.status == status
    assert form.is_valid() == (status == 200)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"token": ""}, 409),
        ({"token": "forged:x:y"}, 409),
        ({"website": "https://spam.example"}, 403),
    ],
)
def test_a_robot_is_refused_and_what_was_typed_stays(changes, status):
    form = sent(**changes)
    assert not form.is_valid()
    assert form.status == status
    assert 'value="Demat"' in str(form)


def test_a_form_sent_within_a_second_is_asked_again():
    assert sent(token=token_for("letter")).status == 409


def test_the_token_of_another_form_opens_nothing():
    assert sent(form_id="booking").status == 409


def test_a_page_left_open_for_two_days_is_asked_again():
    data = post_data("letter", words="x")
    with time_machine.travel(time.time() + 2 * 86400):
        form = Letter.of(RequestFactory().post("/", data))
        assert form.status == 409


def test_forty_posts_at_once_are_slowed_down_and_another_network_is_not():
    answers = [sent().is_valid() for _post in range(40)]
    assert answers.count(True) == BURST.posts
    assert sent().status == 429
    assert sent(address="198.51.100.7").is_valid()


def test_forty_people_of_one_library_pass_in_five_minutes():
    with time_machine.travel("2026-11-24 14:00:00+00:00") as clock:
        for _person in range(40):
            clock.shift(8)
            assert sent().is_valid()


def test_a_refused_answer_says_when_to_come_back():
    for _post in range(BURST.posts):
        sent().is_valid()
    form = sent()
    form.is_valid()
    assert form.answer("portal/try_again.html", {})["Retry-After"] == "60"


def test_nothing_typed_is_lost_when_the_database_is_away():
    @public_form
    def view(request):
        raise OperationalError

    answer = view(RequestFactory().post("/fr/x/", {"words": "Demat <b>", "seats": "2"}))
    assert answer.status_code == 503
    assert answer["Retry-After"] == "5"
    assert 'value="Demat &lt;b&gt;"' in answer.content.decode()
    with pytest.raises(OperationalError):
        view(RequestFactory().get("/fr/x/"))


def test_the_page_to_try_again_from_keeps_every_value():
    page = try_again_page(RequestFactory().post("/fr/x/", {"day": ["1", "2"]}))
    assert isinstance(page, HttpResponse)
    assert page.content.decode().count('name="day"') == 2
