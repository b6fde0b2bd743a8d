"""Wrong passwords close one account from one address, and nothing else."""

import datetime as dt
import json
import logging
import re

import pytest
import time_machine
from axes.models import AccessAttempt
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from portal.logs import JsonFormatter
from portal.sign_in import erase_tries

pytestmark = pytest.mark.django_db
RIGHT = "a long password"
TRIES = 5


@pytest.fixture(autouse=True)
def _counted(settings):
    cache.clear()  # allauth counts there
    settings.AXES_ENABLED = True
    settings.TRUSTED_PROXIES = 1


@pytest.fixture(autouse=True)
def _people(client):
    client.strict = False
    for name in ("soazig", "yann"):
        get_user_model().objects.create_user(name, f"{name}@example.org", RIGHT)


def try_space(client, name, password, address="192.0.2.7"):
    typed = {"login": f"{name}@example.org", "password": password}
    return client.post(reverse("account_login"), typed, headers={"X-Forwarded-For": address})


def is_open(answer) -> bool:
    return answer.status_code == 302


def guess(client, name="soazig"):
    return [try_space(client, name, f"wrong {number}") for number in range(TRIES)][-1]


def test_the_fifth_wrong_password_says_what_opens_the_account_all_the_same(client):
    last = guess(client)
    assert last.status_code == 429
    assert reverse("account_reset_password") in last.text
    assert reverse("account_login") in last.text
    assert not is_open(try_space(client, "soazig", RIGHT))


def test_another_account_is_not_closed(client):
    guess(client)
    assert is_open(try_space(client, "yann", RIGHT))


def test_guessing_from_elsewhere_does_not_close_an_account_for_an_hour(client):
    with time_machine.travel("2026-11-24 08:00:00+00:00") as clock:
        guess(client)
        clock.shift(6 * 60)
        assert not is_open(try_space(client, "soazig", RIGHT))
        assert is_open(try_space(client, "soazig", RIGHT, address="198.51.100.1"))


def test_a_code_by_mail_opens_the_account_that_guessing_closed(client):
    guess(client)
    asked = client.post(reverse("account_request_login_code"), {"email": "soazig@example.org"})
    code = mail.outbox[-1].body
    assert is_open(asked)
    (typed,) = re.findall(r"^([0-9A-Z]{4}-?[0-9A-Z]{4})$", code, re.MULTILINE)
    assert is_open(client.post(asked.url, {"code": typed}))


def test_capitals_do_not_give_more_tries(client):
    for number in range(TRIES):
        try_space(client, "SOAZIG" if number % 2 else "soazig", "wrong")
    assert not is_open(try_space(client, "Soazig", RIGHT))


def test_the_admin_counts_too(client):
    form = reverse("wagtailadmin_login")
    for number in range(TRIES):
        client.post(form, {"username": "soazig", "password": f"wrong {number}"})
    assert client.post(form, {"username": "soazig", "password": RIGHT}).status_code == 429
    assert is_open(client.post(form, {"username": "yann", "password": RIGHT}))


def test_tries_are_forgotten_after_their_day_and_hold_no_password(client):
    guess(client)
    (tries,) = AccessAttempt.objects.all()
    assert "wrong" not in tries.post_data
    assert "soazig" not in tries.post_data
    assert erase_tries(timezone.now() - dt.timedelta(days=1)) == 0
    assert erase_tries(timezone.now()) == 1


def test_the_journal_says_that_an_account_was_opened_and_by_its_number_only(client, caplog):
    with caplog.at_level(logging.INFO, logger="portal.sign_in"):
        try_space(client, "yann", RIGHT)
    (line,) = [json.loads(JsonFormatter().format(record)) for record in caplog.records]
    assert line["message"] == "signed in"
    assert line["account"] == get_user_model().objects.get(username="yann").pk
    assert "yann" not in json.dumps(line)
