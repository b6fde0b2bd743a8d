"""An editor on a slow network: what is published stays published, and is there once."""

import pytest

from home.models import InformationPage
from tests.browser import sign_in
from tests.participation.examples import site

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def office(visit, admin_user):
    page = visit(1280)
    page.set_default_timeout(20_000)  # the admin is heavy for a shared machine
    sign_in(page)
    return page


@pytest.fixture
def drafts(office):
    """Requests of the autosave, which are held back until the test lets them go."""
    held = []

    def hold(route):
        draft = route.request.method == "POST" and "json" in route.request.headers["accept"]
        held.append(route) if draft else route.fallback()

    office.route("**/admin/pages/**", hold)
    return held


def type_a_title(office, drafts) -> None:
    """Until Wagtail begins to save by itself."""
    office.fill("[name=title]", "Les transports")
    for _time in range(10):
        if drafts:
            return
        # What is typed before the form is watched counts as what it came with.
        office.locator("[name=title]").press_sequentially("a")
        office.wait_for_timeout(1500)  # Wagtail waits for a rest, too
    raise AssertionError("nothing is saved by itself")


def publish(office) -> None:
    actions = office.get_by_label("Actions (pied de page)")
    actions.get_by_role("button", name="Plus d'actions").click()
    office.locator("button[name=action-publish]").click()


def test_a_new_page_published_while_its_draft_is_saved_is_there_once_and_live(office, drafts):
    office.goto(f"/admin/pages/add/home/informationpage/{site().pk}/")
    type_a_title(office, drafts)
    publish(office)
    office.wait_for_timeout(500)
    assert not InformationPage.objects.exists()  # the form waits
    drafts.pop().continue_()
    office.wait_for_url(f"**/admin/pages/{site().pk}/")
    assert InformationPage.objects.get().live
    assert not drafts


def test_a_draft_that_fails_keeps_nobody_from_publishing(office, drafts):
    office.goto(f"/admin/pages/add/home/informationpage/{site().pk}/")
    type_a_title(office, drafts)
    publish(office)
    drafts.pop().abort()
    office.wait_for_url(f"**/admin/pages/{site().pk}/")
    assert InformationPage.objects.get().live
