"""A guide as residents meet it: in order, in words, in both languages, and light."""

import gzip
import json
import re

import brotli
import pytest
from bs4 import BeautifulSoup

from guides.models import EmergencyPage, GuideIndexPage, GuidePage, GuidePath, Opinion
from tests.guides.site import list_of_guides
from tests.portal.test_public_forms import post_data
from tests.test_consistency import ROOT

KILOBYTE = 1024


def read(client, page, **query):
    answer = client.get(page.url, query)
    assert answer.status_code == 200, page.url
    return BeautifulSoup(answer.content, "html.parser")


def words_of(element) -> str:
    return re.sub(r"\s+", " ", element.get_text()).strip()


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


def test_a_guide_costs_few_queries(client, guide, django_assert_max_num_queries):
    client.get(guide.url)
    with django_assert_max_num_queries(8):
        client.get(guide.url)


def test_every_guide_and_their_list_fit_in_sixty_kilobytes_on_a_first_visit(client, demo_guides):
    css = [ROOT / "static/css/portal.css", ROOT / "static/css/guide.css"]
    others = [*css, ROOT / "static/js/guide.js", ROOT / "static/img/icons.svg"]
    fixed = sum(len(brotli.compress(path.read_bytes())) for path in others)
    fixed += sum(path.stat().st_size for path in (ROOT / "static/fonts").glob("*.woff2"))
    pages = [*GuidePage.objects.live(), *GuideIndexPage.objects.live()]
    for page in pages:
        html = client.get(page.url).content
        sheets = set(re.findall(rb'src="(/bd/[^"#]+)', html))
        packed = {"Accept-Encoding": "br"}
        drawings = [client.get(sheet.decode(), headers=packed).content for sheet in sheets]
        weight = fixed + len(gzip.compress(html, 9)) + sum(map(len, drawings))
        assert weight <= 60 * KILOBYTE, (page.url, weight / KILOBYTE)
        assert len(sheets) <= 1


def test_the_list_shows_every_guide_and_marks_those_still_in_french(client, demo_guides):
    french = GuideIndexPage.objects.get(locale__language_code="fr")
    breton = GuideIndexPage.objects.get(locale__language_code="br")
    assert len(read(client, french).select("article.panel")) >= 12
    cards = read(client, breton).select(".grid--3 article")
    assert len(cards) == 12
    assert len([card for card in cards if card.get("lang") == "fr"]) == 7


def test_the_list_can_be_narrowed_to_a_theme_and_ignores_an_unknown_one(client, demo_guides):
    index = GuideIndexPage.objects.get(locale__language_code="fr")
    assert len(read(client, index, theme="nonsense").select(".grid--3 article")) == 12


def test_a_breton_page_keeps_the_french_message_marked_as_french(client, demo_guides):
    breton = GuidePage.objects.get(locale__language_code="br", slug="sms-faos-ar-pakad")
    page = read(client, breton)
    message = page.select(".device__message")[0]
    assert message.get("lang") == "fr"
    assert "Votre colis est bloqué" in words_of(message)
    assert "Jeanne a soñj" in words_of(page.select(".strip")[0])
    french = GuidePage.objects.get(locale__language_code="fr", slug="faux-sms-colis")
    assert page.select(".frame__art")[0].get("src") == read(client, french).select(".frame__art")[
        0
    ].get("src")


def test_the_emergency_page_has_numbers_that_dial(client, demo_guides):
    for emergency in EmergencyPage.objects.live():
        page = read(client, emergency)
        dialled = {link.get("href") for link in page.select("main a[href^='tel:']")}
        assert {"tel:17", "tel:33700", "tel:+33892705705"} <= dialled
        assert len(page.select(".emergency")) == 3


def test_a_guide_leads_to_the_emergency_page_and_offers_to_keep_it(client, demo_guides):
    guide = GuidePage.objects.live().first()
    page = read(client, guide)
    assert page.select("script[data-emergency]")[0].get("data-emergency")


def test_a_path_alternates_guides_and_workshops(client, demo_guides):
    path = GuidePath.objects.filter(locale__language_code="fr").first()
    assert len(read(client, path).select(".trail__step")) == len(path.steps)


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


def test_the_demonstration_can_be_loaded_again_and_keeps_what_was_edited(demo_guides):
    from guides.demo import load

    guide = GuidePage.objects.get(locale__language_code="fr", slug="sauvegarde")
    guide.title = "Mes photos à l’abri"
    guide.save_revision().publish()
    count = GuidePage.objects.count()
    load(demo_guides)
    assert GuidePage.objects.count() == count == 12 + 5
    assert GuidePage.objects.get(pk=guide.pk).title == "Mes photos à l’abri"


def test_a_list_without_guides_says_so_by_being_short(client, home_pages):
    assert not read(client, list_of_guides(home_pages["fr"])).select(".grid--3 article")
