"""An address leads to its page in few questions, whatever stands above it."""

from urllib.parse import urlsplit

import lxml.html
import pytest
from django.core.cache import cache
from wagtail.models import PageViewRestriction

from home.models import InformationPage
from portal.translation.twin import twin
from tests.participation.examples import site

pytestmark = pytest.mark.django_db


@pytest.fixture
def deep():
    """Three pages, one below the other."""
    page = site()
    for slug in ("services", "papiers", "carte"):
        page = page.add_child(instance=InformationPage(title=slug.title(), slug=slug))
    return page


def test_a_page_far_down_is_found_in_few_questions(client, deep, django_assert_max_num_queries):
    client.get("/fr/services/papiers/carte/")
    with django_assert_max_num_queries(7):  # six before Wagtail 8.0
        assert client.get("/fr/services/papiers/carte/").status_code == 200


def test_the_way_down_is_shown(client, deep):
    page = lxml.html.document_fromstring(client.get("/fr/services/papiers/carte/").content)
    crumbs = page.xpath("//nav[@class='crumbs wrap']//a")
    assert [urlsplit(one.get("href")).path for one in crumbs] == [
        "/fr/",
        "/fr/services/",
        "/fr/services/papiers/",
    ]


def test_a_page_below_one_taken_offline_still_answers(client, deep):
    deep.get_parent().specific.unpublish()
    assert client.get("/fr/services/papiers/carte/").status_code == 200
    assert client.get("/fr/services/papiers/").status_code == 404


def test_a_page_below_a_private_one_is_private(client, deep):
    above = deep.get_parent().get_parent()
    PageViewRestriction.objects.create(page=above, restriction_type="login")
    assert client.get("/fr/services/papiers/carte/").status_code == 302


@pytest.mark.parametrize("path", ["/fr/services/rien/", "/fr/carte/", "/fr/" + "a/" * 500])
def test_an_address_without_page_is_a_404(client, deep, path):
    cache.clear()
    assert client.get(path).status_code == 404


def test_a_breton_address_without_breton_words_answers_in_french(client, deep):
    """Breton frame, French words marked, and a way to offer the translation."""
    answer = client.get("/br/services/papiers/carte/")
    page = lxml.html.document_fromstring(answer.content)
    assert page.get("lang") == "br"
    assert page.xpath("//main/div[@lang='fr']//h1")[0].text_content() == "Carte"
    assert page.xpath("//div[@role='note']//a[contains(@href, '/br/')]")
    assert page.xpath("//link[@rel='canonical']/@href")[0].endswith("/fr/services/papiers/carte/")
    assert not page.xpath("//link[@hreflang='br']")


def test_a_french_name_below_a_breton_page_leads_to_the_breton_page(client, deep):
    services = deep.get_parent().get_parent().specific
    twin(services, {"Services": "Servijoù", "services": "servijou"})
    assert client.get("/br/services/").url.endswith("/br/servijou/")
    assert client.get("/br/servijou/papiers/").status_code == 200


def test_what_is_written_in_no_language_is_not_found(client, deep):
    assert client.get("/br/services/netra/").status_code == 404
    deep.unpublish()
    assert client.get("/br/services/papiers/carte/").status_code == 404
