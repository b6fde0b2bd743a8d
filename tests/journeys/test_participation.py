"""An editor turns ten cards of paper into a synthesis that the town can read."""

import pytest

from participation.models import CardGroup
from tests.browser import follow, sign_in
from tests.participation.examples import question

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)
CARDS = [f"Du wifi à l’arrêt {n}" for n in range(5)] + [f"De l’aide le soir {n}" for n in range(5)]


@pytest.fixture
def editor(visit, admin_user):
    page = visit(1280)
    sign_in(page)
    return page


def send(page, what: str) -> None:
    follow(page.locator(f'button[value="{what}"]'))


def test_ten_cards_become_a_synthesis(visit, axe, editor):
    asked = question()
    editor.goto(f"/admin/questions/{asked.pk}/")
    editor.fill('textarea[name="paper-words"]', "\n".join(CARDS))
    editor.fill('input[name="paper-paper"]', "Soirée du 25 novembre")
    send(editor, "paper")
    for title in ("Être relié", "Être aidé"):
        editor.fill('input[name="group-title"]', title)
        send(editor, "group")
    for row in editor.locator("table.listing tbody tr").all():
        group = "Être relié" if "wifi" in row.inner_text() else "Être aidé"
        row.locator("select").nth(1).select_option(label=group)
    send(editor, "sort")
    editor.get_by_role("link", name="synth").click()
    written = editor.locator('[data-contentpath="synthesis"] [contenteditable="true"]')
    written.press_sequentially("Dix personnes demandent du wifi, et de l’aide le soir.")
    editor.wait_for_timeout(500)  # the editor writes into its form a moment later
    footer = editor.get_by_label("Actions (pied de page)")
    footer.get_by_role("button", name="Plus d'actions").click()
    editor.locator('button[name="action-publish"]').click()
    editor.wait_for_url("**/admin/pages/*/")
    assert CardGroup.objects.count() == 2
    resident = visit(360, java_script_enabled=False)
    resident.goto(asked.url)
    told = resident.locator("main").inner_text()
    assert "Dix personnes demandent du wifi" in told
    assert told.index("Être relié") < told.index("Du wifi à l’arrêt 1") < told.index("Être aidé")


@pytest.mark.parametrize("width", [360, 1280])
def test_a_question_is_answered_by_a_form_without_barrier(visit, axe, width):
    asked = question()
    page = visit(width)
    page.goto(asked.url)
    axe(page)
    page.locator("main textarea").fill("Un guide sur les impôts.")
    page.wait_for_timeout(2500)  # robots are quicker
    follow(page.locator("main form button").last)
    axe(page)
    assert not page.locator(".field__error").count()
