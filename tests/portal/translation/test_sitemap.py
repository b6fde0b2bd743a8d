"""/sitemap.xml names every public page of both languages, each with its twin, and nothing else."""

import lxml.etree
import pytest
from wagtail.models import PageViewRestriction

from portal.translation.twin import twin
from tests.participation.examples import index, question, site

pytestmark = pytest.mark.django_db
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
WORDS = {"Participer": "Kemer perzh", "participer": "kemer-perzh", "On parle des idées.": "Soñjoù."}


def entries(client) -> dict[str, dict[str, str]]:
    tree = lxml.etree.fromstring(client.get("/sitemap.xml").content)
    return {
        url.findtext("s:loc", namespaces=NAMES).split("localhost")[-1]: {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
        }
        for url in tree.findall("s:url", NAMES)
    }


def test_both_languages_are_there_and_name_each_other(client):
    page = index()
    twin(page, WORDS)
    found = entries(client)
    assert {"/fr/", "/br/", "/fr/participer/", "/br/kemer-perzh/"} <= set(found)
    assert set(found["/br/kemer-perzh/"]) == {"fr", "br"}


def test_a_page_without_twin_names_no_other_language(client):
    index()
    assert entries(client)["/fr/participer/"] == {}


def test_drafts_and_private_pages_are_left_out(client):
    index().unpublish()
    hidden = question(slug="prive")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    assert set(entries(client)) == {"/fr/", "/br/"}


def test_the_sitemap_costs_the_same_for_one_page_and_for_many(
    client, django_assert_max_num_queries
):
    site()
    client.get("/sitemap.xml")
    for number in range(5):
        question(slug=f"question-{number}")
    with django_assert_max_num_queries(5):
        client.get("/sitemap.xml")
