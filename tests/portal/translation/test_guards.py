"""The holes of wagtail-localize: who may submit, what may be published, what follows a page."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from participation.models import ParticipationIndexPage
from portal.translation.progress import State, sections
from portal.translation.twin import twin
from tests.participation.examples import index, question, site

pytestmark = pytest.mark.django_db
WORDS = {"Participer": "Kemer perzh", "participer": "kemer-perzh", "On parle des idées.": "Soñjoù."}


@pytest.fixture
def translator(client):
    """May submit translations, and edit what stands below the participation page only."""
    user = get_user_model().objects.create_user("translator", "translator@example.org", "x")
    team = Group.objects.create(name="Translators")
    team.permissions.add(
        Permission.objects.get(codename="access_admin"),
        Permission.objects.get(codename="submit_translation"),
    )
    user.groups.add(team)
    client.force_login(user)
    return client, team


def may_edit(team, page):
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=team, page=page, permission=change)


def submit(client, page):
    return client.post(
        reverse("wagtail_localize:submit_page_translation", args=[page.pk]),
        {"locales": [Locale.objects.get(language_code="br").pk]},
    )


def test_a_page_one_may_not_edit_cannot_be_submitted(translator):
    client, _team = translator
    page = index()
    answer = submit(client, page)
    assert answer.status_code in (302, 403)
    assert not page.get_translations().exists()


def test_a_page_one_may_edit_is_submitted_and_stays_a_draft(translator):
    client, team = translator
    page = index()
    may_edit(team, page)
    submit(client, page)
    assert not page.get_translations().get().live


def test_changes_of_a_foreign_page_cannot_be_synchronised(translator):
    client, _team = translator
    page = index()
    twin(page, WORDS)
    source = TranslationSource.objects.get_for_instance(page)
    before = source.last_updated_at
    client.post(reverse("wagtail_localize:update_translations", args=[source.pk]))
    source.refresh_from_db()
    assert source.last_updated_at == before


def test_the_report_and_the_snippets_are_for_translators_only(client):
    user = get_user_model().objects.create_user("mediator", "mediator@example.org", "x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    assert client.get(reverse("wagtail_localize:translations_report")).status_code in (302, 403)


def test_a_page_with_french_left_is_not_published_as_breton(admin_client):
    page = index()
    french_left = twin(page, {**WORDS, "On parle des idées.": ""})
    assert not french_left.live
    admin_client.post(
        reverse("wagtailadmin_pages:edit", args=[french_left.pk]), {"action": "publish"}
    )
    french_left.refresh_from_db()
    assert not french_left.live


def test_unpublishing_the_french_page_takes_the_breton_one_along():
    page = index()
    breton = twin(page, WORDS)
    assert breton.live
    page.unpublish()
    breton.refresh_from_db()
    assert not breton.live


def test_unpublishing_the_breton_page_leaves_the_french_one():
    page = index()
    twin(page, WORDS).unpublish()
    page.refresh_from_db()
    assert page.live


@pytest.mark.parametrize("number", ["²", "x", "", "9" * 5000])
def test_a_nonsense_number_answers_no_proposal(admin_client, number):
    page = index()
    page.translation_proposals.create(words="Soñjoù")
    address = reverse("translation_proposals", args=[page.pk])
    answer = admin_client.post(address, {"state": "used", "proposal": number})
    assert answer.status_code == 302
    assert page.translation_proposals.get().state == "waiting"


@pytest.fixture
def move(admin_client):
    """Confirms in the admin that a page goes below another; what is read afterwards."""

    def confirmed(page, destination):
        where = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, destination.pk])
        return admin_client.post(where, follow=True).content.decode()

    return confirmed


def test_a_page_with_a_twin_is_not_moved_below_a_page_without_one(move):
    asked, elsewhere = question(), index_elsewhere()
    twin(asked.get_parent(), WORDS)
    breton = twin(asked, {})
    assert "« Ailleurs » n’en a pas" in move(asked, elsewhere)
    below = asked.get_parent(update=True), breton.get_parent(update=True)
    assert [parent.title for parent in below] == ["Participer", "Kemer perzh"]


def test_a_page_moves_with_its_twin_below_a_page_that_has_one(move):
    asked, elsewhere = question(), index_elsewhere()
    twin(asked.get_parent(), WORDS)
    breton = twin(asked, {})
    there = twin(elsewhere, {"Ailleurs": "Lec’h all", "ailleurs": "lech-all"})
    move(asked, elsewhere)
    asked.refresh_from_db()
    breton.refresh_from_db()
    assert asked.is_child_of(elsewhere) and breton.is_child_of(there)


def test_a_page_without_a_twin_moves_anywhere(move):
    asked, elsewhere = question(), index_elsewhere()
    move(asked, elsewhere)
    asked.refresh_from_db()
    assert asked.is_child_of(elsewhere)


def test_the_twin_is_complete_and_safe_to_make_again():
    page = index()
    first, second = twin(page, WORDS), twin(page, WORDS)
    assert first.pk == second.pk
    translation = Translation.objects.get(source__object_id=page.translation_key)
    total, done = translation.get_progress()
    assert total == done
    assert ParticipationIndexPage.objects.get(pk=first.pk).charter[0].value == "Soñjoù."


def index_elsewhere():
    page = ParticipationIndexPage(title="Ailleurs", slug="ailleurs")
    return site().add_child(instance=page)


def lines():
    found = sections(Locale.objects.get(language_code="br"))
    return {line.page.title: line for section in found for line in section.lines}


def test_the_desk_says_what_is_missing_started_outdated_and_done():
    page = index()
    assert lines()["Participer"].state is State.MISSING
    twin(page, {**WORDS, "On parle des idées.": ""})
    assert lines()["Participer"].state is State.WAITING
    twin(page, WORDS)
    assert lines()["Participer"].state is State.DONE
    page.refresh_from_db()
    page.save_revision().publish()
    assert lines()["Participer"].state is State.OUTDATED


def test_a_sentence_written_again_is_not_up_to_date_until_its_page_is_published():
    page = index()
    breton = twin(page, WORDS)
    StringTranslation.objects.get(data="Soñjoù.").save()
    assert lines()["Participer"].state is State.DRAFT
    breton.save_revision().publish()
    assert lines()["Participer"].state is State.DONE


def test_french_changes_brought_to_the_translators_are_not_published_by_that(admin_client):
    page = index()
    breton = twin(page, WORDS)
    source = TranslationSource.objects.get_for_instance(page)
    admin_client.post(reverse("wagtail_localize:update_translations", args=[source.pk]))
    assert lines()["Participer"].state is State.DRAFT
    breton.save_revision().publish()
    assert lines()["Participer"].state is State.DONE


def test_the_desk_costs_the_same_for_one_page_and_for_many(django_assert_num_queries):
    index()
    breton = Locale.objects.get(language_code="br")
    with django_assert_num_queries(5):
        sections(breton)
    for number in range(5):
        question(slug=f"question-{number}")
    with django_assert_num_queries(5):
        sections(breton)


def test_the_share_of_a_section_counts_its_finished_pages():
    page = index()
    twin(page, WORDS)
    question()
    found = {s.title: s for s in sections(Locale.objects.get(language_code="br"))}
    assert found["Participer"].share == 50


def test_words_of_another_page_do_not_leak_into_a_translation():
    page = index()
    twin(page, WORDS | {"Autre": "All"})
    assert not StringTranslation.objects.filter(data="All").exists()


def test_a_site_has_a_home_in_both_languages():
    home = site()
    assert home.get_translations().live().count() == 1
