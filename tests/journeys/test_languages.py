"""A reader of Breton finds what is there, in any form of the word, and is never left alone."""

import pytest
from wagtail.search.index import insert_or_update_object

from tests.browser import follow
from tests.events.calendar_examples import a_calendar, a_workshop, in_breton

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def workshop():
    workshop = a_workshop(a_calendar(), "Réparer un ordinateur")
    in_breton(workshop.get_parent().specific, "Atalieroù", "atalierou")
    twin = in_breton(workshop, "Penn an urzhiataer", "penn-an-urzhiataer")
    insert_or_update_object(twin)
    return twin


@pytest.mark.parametrize("typed", ["penn", "benn", "fenn", "BENN", "urzhiataerioù"])
def test_a_mutated_word_finds_the_workshop(visit, workshop, typed):
    page = visit(360, locale="br-FR", java_script_enabled=False)
    page.goto("/br/klask/")
    page.locator('main input[name="q"]').fill(typed)
    page.locator("main form button").first.click()
    follow(page.get_by_role("link", name="Penn an urzhiataer"))
    assert page.locator("h1").inner_text() == "Penn an urzhiataer"
    assert page.locator("html").get_attribute("lang") == "br"


def test_a_page_without_breton_leads_to_offering_one(visit, axe, workshop):
    from home.models import InformationPage

    home = workshop.get_ancestors().filter(depth=2).first()
    french = home.get_translations().first()
    french.add_child(instance=InformationPage(title="Les transports", slug="transports"))
    page = visit(360)
    page.goto("/br/transports/")
    axe(page)
    follow(page.locator('[role="note"] a'))
    axe(page)
    assert page.locator("main textarea, main input[type=text]").first.is_visible()
