"""The headers of every answer, with the points Mozilla's Observatory gives for them."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client, override_settings
from django.urls import reverse

from tests.participation.examples import site

pytestmark = pytest.mark.django_db
PRODUCTION = override_settings(
    SECURE_HSTS_SECONDS=63_072_000,
    SECURE_HSTS_INCLUDE_SUBDOMAINS=True,
    SECURE_HSTS_PRELOAD=True,
    SESSION_COOKIE_SECURE=True,
    CSRF_COOKIE_SECURE=True,
)


def policy(answer) -> dict[str, list[str]]:
    parts = answer["Content-Security-Policy"].split(";")
    return {words[0]: words[1:] for words in (part.split() for part in parts) if words}


@pytest.fixture
def answer():
    site()
    with PRODUCTION:
        yield Client().get("/fr/", secure=True)


def test_the_public_policy_lets_nothing_in(answer):
    rules = policy(answer)
    assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == ["'none'"]
    assert rules["form-action"] == ["'self'"]
    said = {source for sources in rules.values() for source in sources}
    assert said <= {"'none'", "'self'", "data:"}


def observatory(answer) -> int:
    """The score by the published table: 100, and what each header adds."""
    rules, score = policy(answer), 100
    inline = "'unsafe-inline'" in answer["Content-Security-Policy"]
    if rules["default-src"] == ["'none'"] and not inline:
        score += 10
    if not answer.cookies:
        score += 5
    if answer["Referrer-Policy"] in {"no-referrer", "same-origin", "strict-origin"}:
        score += 5
    if "preload" in answer["Strict-Transport-Security"]:
        score += 5
    if rules["frame-ancestors"] == ["'none'"]:
        score += 5
    if answer["Cross-Origin-Resource-Policy"] == "same-origin":
        score += 10
    assert answer["X-Content-Type-Options"] == "nosniff"
    return score


def test_the_observatory_would_give_at_least_130_points(answer):
    assert observatory(answer) >= 130


def test_the_admin_may_not_be_framed_by_others():
    rules = policy(Client().get("/admin/login/"))
    assert rules["frame-ancestors"] == ["'self'"]
    assert not {"*", "https:", "http:"} & {one for rule in rules.values() for one in rule}


@pytest.mark.parametrize("address", ["/healthz", "/robots.txt", "/fr/nulle-part/", "/sitemap.xml"])
def test_every_answer_forbids_guessing_its_kind(address):
    site()
    answer = Client().get(address)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Content-Type"].endswith("; charset=utf-8")


@pytest.mark.parametrize("name", ["account_logout", "wagtailadmin_logout"])
def test_who_signs_out_leaves_no_page_in_the_browser(client, name):
    client.strict = False
    person = get_user_model().objects.create_superuser("anna", "a@example.org", "x")
    client.force_login(person)
    assert "Clear-Site-Data" not in client.get("/fr/")
    assert client.post(reverse(name))["Clear-Site-Data"] == '"cache"'


def test_there_is_no_django_admin_and_nothing_is_asked_elsewhere(settings):
    assert "django.contrib.admin" not in settings.INSTALLED_APPS
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert settings.WAGTAIL_ENABLE_UPDATE_CHECK is False


def test_the_security_contact_is_found_and_not_over():
    told = Client().get("/.well-known/security.txt").text
    assert "Contact: mailto:" in told
    assert "Expires: 20" in told
