"""A page kept for visitors: quick, the same for all, never old after a change, there in need."""

import gzip

import pytest
import time_machine
from django.core.cache import cache
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from home.models import InformationPage
from portal import page_cache, routing
from portal.models import PortalSettings
from tests.mediation.place_examples import a_directory
from tests.participation.examples import site

pytestmark = pytest.mark.django_db
ADDRESS = "/fr/papiers/"


@pytest.fixture(autouse=True)
def kept_pages(settings, monkeypatch):
    """What a change forgets is forgotten at once: a test's transaction never ends."""
    settings.PAGE_CACHE_SECONDS = 60
    monkeypatch.setattr(page_cache.transaction, "on_commit", lambda done: done())
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def page():
    home = site()
    PortalSettings.objects.get_or_create(site=Site.objects.get())
    page = InformationPage(title="Papiers", slug="papiers", introduction="Avant.")
    return home.add_child(instance=page)


def test_the_second_visit_asks_the_database_nothing(client, page):
    first = client.get(ADDRESS)
    with CaptureQueriesContext(connection) as asked:
        second = client.get(ADDRESS)
    assert not asked.captured_queries
    assert second.content == first.content
    assert second.headers == first.headers
    assert "cookie" not in second["Vary"].lower()


def test_a_published_change_is_read_at_once(client, page):
    assert "Avant." in client.get(ADDRESS).text
    page.introduction = "Après."
    page.save_revision().publish()
    assert "Après." in client.get(ADDRESS).text


def test_a_page_taken_offline_is_gone_at_once(client, page):
    client.get(ADDRESS)
    page.unpublish()
    assert client.get(ADDRESS).status_code == 404


def test_a_reader_who_has_the_page_gets_no_page(client, page):
    tag = client.get(ADDRESS)["ETag"]
    again = client.get(ADDRESS, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert not again.content


def test_the_page_leaves_compressed_for_those_who_read_that(client, page):
    plain = client.get(ADDRESS)
    client.strict = False  # it reads no compressed page
    packed = client.get(ADDRESS, headers={"Accept-Encoding": "gzip"})
    for _time in range(2):
        assert packed["Content-Encoding"] == "gzip"
        assert b"Papiers" in gzip.decompress(packed.content)
        packed = client.get(ADDRESS, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in client.get(ADDRESS)
    assert plain["ETag"] != packed["ETag"]


def test_whoever_signs_in_never_reads_a_kept_page(client, page, admin_user):
    client.force_login(admin_user)
    client.strict = False
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as asked:
        client.get(ADDRESS)
    assert asked.captured_queries


def test_the_order_of_the_parameters_does_not_matter(client, page):
    client.get(ADDRESS + "?theme=sante&commune=56121")
    with CaptureQueriesContext(connection) as asked:
        client.get(ADDRESS + "?commune=56121&theme=sante")
    assert not asked.captured_queries


def test_of_two_values_of_one_parameter_the_last_is_the_one_that_is_read(client, page):
    client.get(ADDRESS + "?page=1&page=2")
    with CaptureQueriesContext(connection) as asked:
        client.get(ADDRESS + "?page=2&page=1")
    assert asked.captured_queries


def test_an_address_of_both_languages_is_kept_once_for_each(client, page):
    for language, title in (("fr", "Données ouvertes"), ("br", "Roadennoù digor")):
        first = client.get("/donnees/", headers={"Accept-Language": language})
        assert title in first.text
        with CaptureQueriesContext(connection) as asked:
            again = client.get("/donnees/", headers={"Accept-Language": language})
        assert not asked.captured_queries
        assert again.content == first.content


def test_an_unknown_parameter_is_answered_and_not_kept(client, page):
    for _time in range(2):
        with CaptureQueriesContext(connection) as asked:
            assert client.get(ADDRESS + "?utm_source=x").status_code == 200
        assert asked.captured_queries


def test_a_missing_page_is_not_kept(client, page):
    assert client.get("/fr/bientot/").status_code == 404
    site().add_child(instance=InformationPage(title="Bientôt", slug="bientot"))
    assert client.get("/fr/bientot/").status_code == 200


def test_a_minute_later_the_page_is_made_again(client, page):
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False) as clock:
        client.get(ADDRESS)
        clock.shift(61)
        with CaptureQueriesContext(connection) as asked:
            client.get(ADDRESS)
    assert asked.captured_queries


def test_while_one_visitor_renews_the_page_the_others_read_the_old_one(client, page, monkeypatch):
    client.get(ADDRESS)
    page_cache.forget_pages()
    monkeypatch.setattr(page_cache.cache, "add", lambda *_: False)  # another one is at it
    with CaptureQueriesContext(connection) as asked:
        assert client.get(ADDRESS).status_code == 200
    assert not asked.captured_queries


def broken(*_arguments):
    raise OperationalError("server closed the connection")


def test_a_known_page_stands_for_a_day_while_the_database_is_away(client, page, monkeypatch):
    client.raise_request_exception = False
    with time_machine.travel("2026-11-25 12:00+01:00", tick=False) as clock:
        client.get(ADDRESS)
        monkeypatch.setattr(routing, "_way", broken)
        clock.shift(23 * 3600)
        assert "Avant." in client.get(ADDRESS).text
        clock.shift(2 * 3600)
        assert client.get(ADDRESS).status_code == 503


@pytest.mark.parametrize("how", ["unpublished", "private"])
def test_a_page_closed_since_is_rescued_for_nobody(client, page, monkeypatch, how):
    client.raise_request_exception = False
    client.get(ADDRESS)
    if how == "unpublished":
        page.unpublish()
    else:
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert client.get(ADDRESS).status_code in {302, 404}
    monkeypatch.setattr(page_cache.cache, "add", lambda *_: False)  # another visitor renews it
    assert "Avant." not in client.get(ADDRESS).text
    monkeypatch.setattr(routing, "_way", broken)
    assert client.get(ADDRESS).status_code == 503


def test_a_file_one_reader_has_already_is_still_kept_for_the_others(client, settings, monkeypatch):
    address = f"{a_directory().url}places.csv"
    settings.PAGE_CACHE_SECONDS = 0
    tag = client.get(address)["ETag"]  # as its view says it
    settings.PAGE_CACHE_SECONDS = 60
    client.get(address)
    page_cache.forget_pages()
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    monkeypatch.setattr(page_cache.cache, "add", lambda *_: False)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    assert not asked.captured_queries


def test_an_unknown_page_says_when_to_come_back_while_the_database_is_away(client, monkeypatch):
    monkeypatch.setattr(routing, "_way", broken)
    answer = client.get("/fr/contact/")
    assert answer.status_code == 503
    assert answer["Retry-After"] == "30"
    assert "<h1" in answer.text
