"""The editor's side: live preview, advice, models to start from, mistakes said at the field."""

import datetime as dt
import json

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override
from wagtail.blocks import StructBlockValidationError

from guides.advice import advice
from guides.blocks import Answer, Frame, Question
from guides.models import GuidePage, PlainWord
from tests.guides.site import list_of_guides

FRAME = {
    "scene": "kitchen",
    "narration": "",
    "description": "",
    "characters": [{"who": "jeanne", "pose": "phone", "mood": "worried", "facing": ""}],
    "bubbles": [{"speaker": "1", "kind": "speech", "text": "Tiens, un message."}],
}


@pytest.fixture
def editor(client, db):
    client.force_login(User.objects.create_superuser("editor", "editor@site.example", "x"))
    return client


def sent(client, name: str, content):
    body = content if isinstance(content, str) else json.dumps(content)
    return client.post(reverse(name), body, content_type="application/json")


def test_the_frame_is_drawn_as_it_will_be(editor):
    html = sent(editor, "guide_preview", FRAME).json()["html"]
    assert "wall-kitchen" in html
    assert "kitchen~jeanne.phone.worried.r.svg" in html
    assert "Jeanne dit" in html


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "[]",
        "{",
        '{"scene": 3, "bubbles": "x", "characters": [1, {"who": null}]}',
        json.dumps(
            FRAME | {"scene": "<script>", "bubbles": [{"text": "<script>", "speaker": "9"}]}
        ),
        json.dumps(FRAME | {"bubbles": [{"text": "x" * 5000}] * 50}),
    ],
)
def test_the_preview_reads_anything_and_never_breaks(editor, typed):
    answer = sent(editor, "guide_preview", typed)
    assert answer.status_code == 200
    assert "<script" not in answer.json()["html"]


def test_advice_comes_for_each_text_in_order(editor):
    PlainWord.objects.get_or_create(word="procéder à", defaults={"plainer": "faire"})
    texts = [
        {"field": "bubble", "text": "Ouvrez."},
        {"field": "rule", "text": "procéder à un achat"},
    ]
    notes = sent(editor, "guide_check", {"texts": texts}).json()["notes"]
    assert notes[0] == []
    assert "faire" in notes[1][0]["text"]


@pytest.mark.parametrize("typed", ["", "{}", '{"texts": 3}', '{"texts": [3, {"text": []}]}'])
def test_advice_on_nonsense_is_no_advice(editor, typed):
    assert sent(editor, "guide_check", typed).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["guide_preview", "guide_check"])
def test_visitors_cannot_ask_the_editors_helpers(client, name):
    assert sent(client, name, FRAME).status_code in (302, 403)


def test_a_bubble_for_an_absent_character_is_said_at_the_bubbles():
    value = Frame().normalize(FRAME | {"bubbles": [{**FRAME["bubbles"][0], "speaker": "2"}]})
    with pytest.raises(StructBlockValidationError) as refused:
        Frame().clean(value)
    assert "bubbles" in refused.value.block_errors


def test_a_bubble_of_five_thousand_characters_is_refused_at_the_field():
    value = Frame().normalize(FRAME | {"bubbles": [{**FRAME["bubbles"][0], "text": "a" * 5000}]})
    with pytest.raises(ValidationError):
        Frame().clean(value)


def test_an_unknown_expression_is_refused_when_it_is_saved_again():
    value = Frame().normalize(
        FRAME | {"characters": [{**FRAME["characters"][0], "mood": "dazzled"}]}
    )
    with pytest.raises(ValidationError):
        Frame().clean(value)


def test_a_question_has_exactly_one_right_answer():
    answers = [{"text": "Oui", "right": True, "because": "Oui"}] * 2
    asked = {"scene": "plain", "who": "jeanne", "pose": "phone", "mood": "happy", "text": "?"}
    with pytest.raises(StructBlockValidationError):
        Question().clean(Question().normalize(asked | {"answers": answers}))


def test_a_ready_made_guide_opens_as_a_draft(editor, home_pages):
    index = list_of_guides(home_pages["fr"])
    address = reverse("guide_models", args=[index.pk])
    assert "Le faux SMS du colis" in editor.get(address).content.decode()
    for number in (2, 3):
        answer = editor.post(address, {"model": "faux-sms-colis"})
        draft = GuidePage.objects.get(slug=f"faux-sms-colis-{number}")
        assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[draft.pk])
        assert not draft.live
    assert editor.post(address, {"model": "../settings"}).status_code == 200


def test_the_form_of_a_guide_shows_choices_as_pictures(editor, guide):
    page = editor.get(reverse("wagtailadmin_pages:edit", args=[guide.pk])).content.decode()
    assert "picture-picker--mood" in page
    assert "guide-editor.js" in page


def test_an_answer_to_a_question_is_not_called_to_answer():
    block = Answer()
    with override("fr"):
        assert [str(block.label), str(block.child_blocks["text"].label)] == ["Réponse", "Réponse"]


def test_the_checks_panel_measures_the_guide_and_says_what_is_missing(guide):
    found = advice(guide)
    assert found.score.ease >= 80
    assert {note.code for _words, note in found.notes} >= {"checked", "breton"}


def test_services_checked_over_a_year_ago_are_an_alert(guide):
    guide.checked_on = dt.date(2025, 1, 10)
    with time_machine.travel(dt.datetime(2026, 1, 11, 12, tzinfo=dt.UTC)):
        notes = {note.code: note.level for _words, note in advice(guide).notes}
    assert notes["checked"] == "alert"
