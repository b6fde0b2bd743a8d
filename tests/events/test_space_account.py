"""One's own account: in the reader's language, and closed everywhere else by one button."""

import re
from pathlib import Path

import allauth
import pytest
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from events.space import account_words
from portal.catalogues import app_names, messages_in_template, open_catalogue
from portal.outbox import post

pytestmark = pytest.mark.django_db
TEMPLATES = Path(allauth.__file__).parent / "templates"
# The pages and messages a mediator's or an editor's account passes through.
PASSED = """
    account/base_confirm_code.html account/confirm_login_code.html account/password_reset.html
    account/password_reset_done.html account/password_reset_from_key.html account/password_set.html
    account/password_reset_from_key_done.html account/password_change.html account/logout.html
    account/reauthenticate.html account/base_reauthenticate.html account/email.html
    account/email_confirm.html account/verification_sent.html account/signup_closed.html
    account/snippets/already_logged_in.html account/snippets/warn_no_email.html
    account/account_inactive.html mfa/index.html mfa/totp/activate_form.html
    mfa/totp/deactivate_form.html mfa/recovery_codes/index.html mfa/recovery_codes/generate.html
    mfa/authenticate.html mfa/reauthenticate.html account/email/base_message.txt
    account/email/login_code_message.txt account/email/login_code_subject.txt
    account/email/password_reset_key_message.txt account/email/password_reset_key_subject.txt
    account/email/email_confirmation_message.txt account/email/email_confirmation_subject.txt
    account/messages/login_code_sent.txt account/messages/password_set.txt
    account/messages/email_confirmation_sent.txt account/messages/email_confirmed.txt
    account/messages/email_deleted.txt account/messages/primary_email_set.txt
    account/messages/cannot_delete_primary_email.txt mfa/messages/recovery_codes_generated.txt
    account/messages/unverified_primary_email.txt mfa/messages/totp_activated.txt
    mfa/messages/totp_deactivated.txt
"""


@pytest.fixture
def person():
    return get_user_model().objects.create_user("nadia", "nadia@example.org", "a long password")


def signed_in(person) -> Client:
    browser = Client()
    browser.force_login(person)
    return browser


@pytest.mark.parametrize("template", PASSED.split())
def test_what_allauth_says_is_in_our_catalogues(template):
    told = {entry.msgid for app in app_names() for entry in open_catalogue(app, "br")}
    said = messages_in_template((TEMPLATES / template).read_text())
    assert not {one.msgid for one in said} - told


def test_all_of_it_is_said_in_breton():
    with override("fr"):
        french = {word: gettext(word) for word in account_words.WORDS}
    with override("br"):
        alike = [word for word in french if gettext(word) in (word, french[word])]
    assert alike == ["Thank you for using %(site_name)s!\n%(site_domain)s"]


@pytest.mark.parametrize(
    ("page", "heading"),
    [
        ("account_change_password", "Cheñch ger-tremen"),
        ("mfa_index", "Eil doare kevreañ"),
        ("account_email", "Chomlec’hioù postel"),
    ],
)
def test_a_page_of_the_account_speaks_the_reader_s_language(client, person, page, heading):
    client.force_login(person)
    with override("br"):
        address = reverse(page)
    said = re.search(r"<h1[^>]*>\s*(.*?)\s*</h1>", client.get(address).text, re.S)
    assert said[1] == heading


def test_the_code_comes_in_the_language_it_was_asked_in(client, person):
    client.strict = False
    with override("br"):
        client.post(reverse("account_request_login_code"), {"email": person.email})
    assert mail.outbox[0].subject.endswith("Ho kod kevreañ")
    assert "Setu ho kod kevreañ." in mail.outbox[0].body


def test_the_code_is_sent_at_once_however_many_messages_wait(client, person):
    client.strict = False
    for number in range(6):
        post(f"news:{number}", "jeanne@example.org", "Votre place", "…")
    client.post(reverse("account_request_login_code"), {"email": person.email})
    assert [sent.to for sent in mail.outbox] == [[person.email]]


def test_one_is_signed_out_everywhere_but_here(person):
    here, elsewhere, stranger = signed_in(person), signed_in(person), Client()
    page = reverse("space_account")
    assert "Ici, et avec 1 autre navigateur." in here.get(page).text
    assert "Ici seulement." in here.post(page, follow=True).text
    assert elsewhere.get(page).status_code == 302
    assert stranger.get(page).status_code == 302


def test_a_session_from_before_a_new_password_does_not_count(person):
    signed_in(person)
    person.set_password("another long password")
    person.save()
    assert "Ici seulement." in signed_in(person).get(reverse("space_account")).text


def test_an_administrator_signs_an_account_out(person, capsys):
    browser = signed_in(person)
    call_command("end_sessions", "Nadia@example.org")
    assert capsys.readouterr().out == "1 sessions ended\n"
    assert browser.get(reverse("space_account")).status_code == 302
    with pytest.raises(CommandError, match="nobody"):
        call_command("end_sessions", "nobody@example.org")
    signed_in(person)
    call_command("end_sessions", "--everybody")
    assert capsys.readouterr().out == "1 sessions ended\n"


def test_who_has_no_team_is_not_sent_to_pages_that_are_not_theirs(person):
    answer = signed_in(person).get(reverse("space_account"))
    assert reverse("space_new") not in answer.text
