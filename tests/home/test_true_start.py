"""A true site starts with what is real: nothing invented, and no word about a demonstration."""

import pytest
from wagtail.models import Page, Site

from events import demo as events
from events.models import EventPage
from home.demo.pages import load_pages
from mediation.demo import workshops
from mediation.models import WorkshopIndexPage, WorkshopPage
from participation import demo as participation
from participation.models import QuestionPage, UsersCommitteePage
from portal.demo.site import load_site
from portal.models import PortalSettings

pytestmark = pytest.mark.django_db


def test_nothing_that_is_invented_is_on_a_true_site():
    home_pages = load_site(invented=False)
    workshops.load(home_pages["fr"], {})
    editions = events.load(home_pages, invented=False)
    participation.load(home_pages["fr"], editions, invented=False)
    pages = load_pages(home_pages["fr"], invented=False)
    assert not PortalSettings.objects.get().demo
    assert WorkshopIndexPage.objects.exists()
    assert not WorkshopPage.objects.exists()
    assert set(editions) == {"soiree-2016", "2018"}
    assert not [page for page in EventPage.objects.all() if "inventée" in page.text]
    assert not QuestionPage.objects.filter(is_demonstration=True).exists()
    assert not UsersCommitteePage.objects.first().minutes
    words = [str(section.value["title"]) for page in pages.values() for section in page.sections]
    assert not [title for title in words if "monstration" in title]
    assert Page.objects.live().count() > len(pages)


def test_paper_and_feeds_have_the_address_of_the_settings_until_somebody_corrects_it(settings):
    settings.BASE_URL = "https://numerique.example"
    home = load_site(invented=False)["fr"]
    assert home.full_url == "https://numerique.example/fr/"
    Site.objects.update(hostname="autre.example")
    load_site(invented=False)
    assert Site.objects.get().hostname == "autre.example"
