"""A password alone opens nothing of the admin; a code of a telephone is asked and then believed."""

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
SECRET = "JBSWY3DPEHPK3PXP"


@pytest.fixture(autouse=True)
def _on(settings):
    cache.clear()  # a code works once; allauth remembers it there
    settings.STAFF_SECOND_FACTOR = True


@pytest.fixture
def editor(client):
    client.strict = False
    user = get_user_model().objects.create_user("soazig", "soazig@example.org", "a long password")
    group = Group.objects.create(name="Écriture")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    return user


def sign_in(client):
    typed = {"username": "soazig", "password": "a long password"}
    return client.post(reverse("wagtailadmin_login"), typed)


def code() -> str:
    return format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time())))


def test_an_editor_without_second_factor_is_led_to_setting_it_up(client, editor):
    sign_in(client)
    assert client.get("/admin/").url == reverse("mfa_activate_totp")
    assert client.get("/admin/pages/").url == reverse("mfa_activate_totp")


def test_a_password_alone_opens_nothing_and_the_code_opens_the_page_asked(client, editor):
    TOTP.activate(editor, SECRET)
    sign_in(client)
    asked = client.get("/admin/pages/")
    assert asked.url.startswith(reverse("mfa_reauthenticate"))
    assert client.post(asked.url, {"code": "000000"}).status_code == 200
    assert client.get("/admin/pages/").status_code == 302
    opened = client.post(asked.url, {"code": code()})
    assert opened.url == "/admin/pages/"
    assert client.get("/admin/").status_code == 200


def test_a_mediator_without_admin_may_do_without(client):
    client.strict = False
    user = get_user_model().objects.create_user("yann", "yann@example.org", "a long password")
    client.force_login(user)
    assert client.get(reverse("space")).status_code in {200, 404}


def test_signing_out_stays_open(client, editor):
    sign_in(client)
    assert client.get(reverse("wagtailadmin_login")).status_code in {200, 302}
    assert client.post(reverse("wagtailadmin_logout")).url == reverse("wagtailadmin_login")


def test_after_a_working_day_the_code_is_asked_again(client, editor):
    TOTP.activate(editor, SECRET)
    with time_machine.travel("2026-11-24 08:00:00+00:00") as clock:
        sign_in(client)
        client.post(client.get("/admin/").url, {"code": code()})
        clock.shift(11 * 3600)
        assert client.get("/admin/").status_code == 200
        clock.shift(2 * 3600)
        assert client.get("/admin/").url.startswith(reverse("mfa_reauthenticate"))


def test_the_right_code_gives_the_session_a_new_key(client, editor):
    TOTP.activate(editor, SECRET)
    sign_in(client)
    before = client.session.session_key
    client.post(client.get("/admin/").url, {"code": code()})
    assert client.session.session_key != before
    assert client.get("/admin/").status_code == 200


def test_a_new_second_factor_signs_the_account_out_elsewhere(
    client, editor, django_capture_on_commit_callbacks
):
    elsewhere = Client()
    elsewhere.force_login(editor)
    sign_in(client)
    client.post(reverse("account_reauthenticate"), {"password": "a long password"})
    page = client.get("/admin/").url
    secret = client.get(page).context["form"].secret
    right = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(page, {"code": right}).status_code == 302
    assert client.get(reverse("space_account")).status_code == 200
    assert elsewhere.get(reverse("space_account")).status_code == 302


def test_a_copy_of_the_database_opens_no_account(client, editor, settings):
    TOTP.activate(editor, SECRET)
    assert SECRET not in str(Authenticator.objects.get(user=editor).data)
    settings.SECRET_KEY = "another key, as after a theft"
    sign_in(client)
    asked = client.get("/admin/").url
    assert client.post(asked, {"code": code()}).status_code == 200


def test_who_lost_the_telephone_sets_up_another(client, editor):
    TOTP.activate(editor, SECRET)
    call_command("end_sessions", editor.email, "--second-factor")
    sign_in(client)
    assert client.get("/admin/").url == reverse("mfa_activate_totp")
