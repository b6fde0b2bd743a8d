"""An editor who cannot draw composes, sees, publishes; a translator gives it Breton; both read."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from wagtail.models import Locale

from guides.demo.translating import translate
from guides.models import GuidePage
from tests.guides.site import list_of_guides, one_guide, two_languages

BUBBLES = {
    "Je n’ai pas cliqué.": "N’em eus ket kliket.",
    "J’ai demandé conseil.": "Goulennet em eus kuzul.",
    "Tout va bien !": "Mat eo pep tra !",
}
PATIENCE = 60_000  # milliseconds: the admin is heavy for a shared machine


@pytest.fixture
def office(visit, transactional_db):
    """The admin, opened by an editor in chief."""
    editor = User.objects.create_superuser("editor", "editor@site.example", "x")
    visitor = Client()
    visitor.force_login(editor)
    page = visit(1400, height=1000)
    cookie = visitor.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": visit.base_url}]
    )
    page.set_default_timeout(PATIENCE)
    return page


@pytest.fixture
def guides_in_both(transactional_db):
    index = list_of_guides(two_languages()["fr"])
    index.save_revision().publish()
    translate(index, Locale.objects.get(language_code="br"), {})
    return index


def compose(page, number: int, words: str) -> None:
    """One more frame: its defaults, and one bubble."""
    page.locator("[data-contentpath=strip] .c-sf-add-button").last.click()
    page.get_by_role("option", name="Case dessinée").click()
    frame = page.locator("[data-controller~=frame-preview]").nth(number)
    bubbles = frame.locator("[data-contentpath=bubbles]")
    bubbles.locator(".c-sf-add-button").first.click()
    bubbles.locator("input[type=text]").first.fill(words)
    # The frame stands beside its form as readers will see it.
    preview = frame.locator(".frame-preview .say")
    preview.filter(has_text=words[:6]).wait_for()


def test_a_guide_of_three_frames_from_the_first_click_to_breton(office, guides_in_both):
    page = office
    page.goto(f"/admin/pages/add/guides/guidepage/{guides_in_both.pk}/")
    page.evaluate("jQuery.fx.off = true")  # a block that still slides open moves under the click
    page.fill("[name=title]", "Un lien bizarre")
    for number, words in enumerate(BUBBLES):
        compose(page, number, words)
    page.get_by_text("Dans une cuisine").first.click()
    page.locator(".frame-preview .wall-kitchen").wait_for()
    actions = page.get_by_label("Actions (pied de page)")
    actions.get_by_role("button", name="Plus d'actions").click()
    page.locator("button[name=action-publish]").click()
    page.wait_for_url("**/admin/pages/*/")
    guide = GuidePage.objects.get(title="Un lien bizarre")
    assert guide.live

    page.goto(f"/admin/localize/submit/page/{guide.pk}/")
    page.locator("[name=locales]").first.check()
    page.locator("main form button[type=submit], main form input[type=submit]").last.click()
    page.get_by_role("button", name="Publier dans").wait_for()
    for sentence in ["Iskis eo al liamm-se", *BUBBLES.values()]:
        page.get_by_role("button", name="Traduire", exact=True).first.click()
        page.locator("main textarea").first.fill(sentence)
        page.get_by_role("button", name="Enregistrer", exact=True).click()
        page.locator("main textarea").first.wait_for(state="detached")
    page.get_by_role("button", name="Publier dans").click()
    page.wait_for_load_state()
    twin = guide.get_translation(Locale.objects.get(language_code="br"))
    page.goto(twin.url)
    assert page.get_by_role("heading", level=1).inner_text() == "Iskis eo al liamm-se"
    for sentence in BUBBLES.values():
        assert page.locator(".strip").get_by_text(sentence[:8]).is_visible()
    assert "wall-kitchen" in page.locator(".strip > li").first.get_attribute("class")


@pytest.mark.usefixtures("transactional_db")
def test_a_breton_guide_is_drawn_in_breton_while_one_writes(office):
    guide = one_guide(two_languages()["br"])
    office.goto(f"/admin/pages/{guide.pk}/edit/")
    office.locator(".frame-preview").get_by_text("a lavar").first.wait_for(state="attached")
