"""A guide as residents meet it: in order, in words, in both languages, and light."""

import json

import pytest

from guides.models import Opinion
from tests.guides.site import list_of_guides, read, words_of
from tests.portal.test_public_forms import post_data


def test_each_frame_says_the_picture_then_the_narration_then_the_bubbles(client, guide):
    frames = read(client, guide).select(".strip > li")
    assert len(frames) == len(guide.strip)
    parts = [
        element.name if element.name == "img" else element["class"][0]
        for element in frames[2].select("img, .narration, .say")
    ]
    assert parts == ["img", "say", "say"]
    assert frames[2].select("img")[0].get("alt") == (
        "Dans un salon. Jeanne, pensive, regarde son téléphone. Yann est méfiant."
    )
    assert words_of(frames[2].select(".say")[0]) == "Jeanne pense : 1,99 €, ce n’est pas cher…"


def test_no_link_of_a_trap_can_be_followed(client, guide):
    page = read(client, guide)
    assert page.select(".device .as-link")
    assert not page.select(".device a")


def test_the_clues_are_numbered_where_they_stand_and_where_they_are_explained(client, guide):
    page = read(client, guide)
    assert [mark.get_text() for mark in page.select(".device mark b")][:3] == ["1", "2", "3"]
    assert len(page.select(".clues li")) == 3


def test_the_text_version_says_everything_without_a_picture(client, guide):
    page = read(client, guide, text="1")
    assert not page.select(".strip")
    story = words_of(page.select(".transcript")[0])
    for words in (
        "Mardi matin, chez Jeanne.",
        "Jeanne, surprise, regarde son téléphone.",
        "Yann dit : Attends, Mamie",
        "On veut vous faire peur.",
    ):
        assert words in story.replace("\u202f", " ")


def test_a_reader_who_saves_data_gets_the_text_and_can_ask_for_the_comic(client, guide):
    saving = {"Save-Data": "on"}
    answer = client.get(guide.url, headers=saving)
    assert b'class="strip"' not in answer.content
    assert "Save-Data" in answer["Vary"]
    assert b'class="strip"' in client.get(guide.url, {"text": "0"}, headers=saving).content


def test_an_older_page_with_unknown_parts_still_reads(client, guide):
    raw = json.loads(json.dumps(list(guide.strip.raw_data)))
    raw[0]["value"]["scene"] = "castle"
    raw[0]["value"]["characters"][0]["value"]["mood"] = "dazzled"
    guide.strip = json.dumps(raw)
    guide.save()
    first = read(client, guide).select(".strip > li")[0]
    assert "wall-plain" in first.get("class")
    assert first.select("img")[0].get("alt").startswith("Jeanne regarde son téléphone")


def test_a_drawing_whose_picture_was_deleted_is_told_in_its_words(client, guide):
    words = {"description": "Un quai au soleil", "narration": "À Groix.", "bubbles": []}
    raw = [{"type": "drawing", "value": {"image": 404, **words}}, *guide.strip.raw_data]
    guide.strip = json.dumps(list(raw))
    guide.save()
    first = read(client, guide).select(".strip > li")[0]
    assert not first.select("img")
    assert words_of(first) == "Un quai au soleil À Groix."


def test_a_guide_costs_few_queries(client, guide, django_assert_max_num_queries):
    client.get(guide.url)
    with django_assert_max_num_queries(8):
        client.get(guide.url)


@pytest.mark.parametrize("name", ["comic", "comic-a3", "handout"])
def test_a_guide_prints_as_a_tagged_pdf_that_is_not_made_twice(client, guide, name):
    answer = client.get(f"{guide.url}{name}.pdf")
    assert answer.status_code == 200, answer
    assert answer.content.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in answer.content or b"/MarkInfo" in answer.content
    again = client.get(f"{guide.url}{name}.pdf", headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_an_opinion_is_counted_without_knowing_whose(client, guide):
    address = f"/bd/avis/{guide.pk}/"
    answer = client.post(address, post_data("guide_opinion", helped="yes"))
    assert answer.status_code == 302
    assert Opinion.objects.of(guide).totals() == {"helped": 1, "did_not": 0}
    assert not answer.cookies
    assert client.get(answer["Location"]).status_code == 200
    assert Opinion.objects.of(guide).totals()["helped"] == 1


def test_an_opinion_that_is_no_opinion_counts_nobody(client, guide):
    for posted in ({"helped": "maybe"}, {}, {"helped": "yes" * 500}):
        answer = client.post(f"/bd/avis/{guide.pk}/", post_data("guide_opinion", **posted))
        assert answer.status_code == 200
    assert not Opinion.objects.exists()


def test_a_list_without_guides_says_so_by_being_short(client, home_pages):
    assert not read(client, list_of_guides(home_pages["fr"])).select(".grid--3 article")
