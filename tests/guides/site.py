"""Builds the small sites of these tests."""

import re
import tomllib

from bs4 import BeautifulSoup
from django.core.cache import cache
from wagtail.models import Locale, Page, Site

from tests.test_consistency import ROOT


def two_languages() -> dict:
    from home.models import HomePage

    cache.clear()
    french, breton = (Locale.objects.get_or_create(language_code=c)[0] for c in ("fr", "br"))
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title="Accueil", slug="essai", locale=french))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    twin = home.copy_for_translation(breton)
    twin.slug = "esae"
    twin.save_revision().publish()
    return {"fr": home, "br": twin}


def written(slug: str) -> dict:
    """A file of the demonstration."""
    return tomllib.loads((ROOT / f"guides/demo/fr/{slug}.toml").read_text())


def list_of_guides(home):
    from guides.models import GuideIndexPage

    found = GuideIndexPage.objects.child_of(home).first()
    return found or home.add_child(
        instance=GuideIndexPage(title="Guides", slug="guides", locale=home.locale)
    )


def one_guide(home, slug: str = "faux-sms-colis"):
    from guides.demo import strips
    from guides.models import GuidePage

    fields = strips.guide(written(slug), theme=None)
    page = GuidePage(slug=slug, locale=home.locale, **fields)
    list_of_guides(home).add_child(instance=page)
    page.save_revision().publish()
    return page


def read(client, page, **query):
    answer = client.get(page.url, query)
    assert answer.status_code == 200, page.url
    return BeautifulSoup(answer.content, "html.parser")


def words_of(element) -> str:
    return re.sub(r"\s+", " ", element.get_text()).strip()
