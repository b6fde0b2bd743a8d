"""The story: its blocks refuse what they cannot prove, and every word can be translated."""

import datetime as dt

import pytest
import time_machine
from django.utils.translation import override
from wagtail.blocks import StructBlockValidationError
from wagtail.models import PageViewRestriction

from home.models import TerritoryStoryPage
from home.story import Figure, Proposal, Timeline, Voice
from portal.translation.twin import twin
from tests.participation.examples import site

SAMPLES = [
    ("chapter", {"title": "T1", "text": "<p>T2</p>", "source": "T3"}),
    ("figures", {"figures": [{"number": "T4", "label": "T5"}], "source": "T6"}),
    ("voice", {"text": "T7", "who": "T8"}),
    (
        "before_after",
        {
            "topic": "T9",
            "before_label": "T10",
            "before": "T11",
            "after_label": "T12",
            "after": "T13",
            "source": "T14",
        },
    ),
    (
        "timeline",
        {
            "milestones": [
                {
                    "year": 1980,
                    "date": "T15",
                    "title": "T16",
                    "text": "T17",
                    "state": "past",
                    "source": "T18",
                }
            ]
        },
    ),
    (
        "proposals",
        {
            "proposals": [
                {
                    "text": "T19",
                    "year": 2016,
                    "status": "done",
                    "outcome": "T20",
                    "source": "T21",
                    "outcome_source": "T22",
                }
            ]
        },
    ),
    ("map", {"caption": "T23"}),
    ("documents", {"documents": [{"name": "T24", "note": "T25"}]}),
]


def story() -> TerritoryStoryPage:
    page = TerritoryStoryPage(title="Récit", slug="recit", chapters=SAMPLES)
    site().add_child(instance=page)
    page.save_revision().publish()
    return page


@pytest.mark.django_db
def test_every_text_of_every_block_is_offered_to_translators():
    from wagtail_localize.models import StringSegment, TranslationSource

    source, _created = TranslationSource.get_or_create_from_instance(story())
    offered = set(
        StringSegment.objects.filter(source=source).values_list("string__data", flat=True)
    )
    assert {f"T{n}" for n in range(1, 26)} <= offered


@pytest.mark.django_db
def test_the_story_is_read_in_both_languages(client):
    page = story()
    words = {f"T{n}": f"B{n}" for n in range(1, 26)} | {"Récit": "Danevell", "recit": "danevell"}
    twin(page, words)
    assert "T16" in client.get("/fr/recit/").content.decode()
    breton = client.get("/br/danevell/").content.decode()
    assert "B16" in breton
    assert "T16" not in breton


@pytest.mark.django_db
def test_the_timeline_is_a_list_and_its_drawing_is_silent(client):
    import lxml.html

    story()
    page = lxml.html.fromstring(client.get("/fr/recit/").content)
    assert len(page.xpath("//ol[contains(@class, 'timeline')]/li")) == 1
    assert all(svg.get("aria-hidden") for svg in page.xpath("//svg[contains(@class, 'ribbon')]"))


def test_a_person_is_not_quoted_without_saying_until_when():
    block = Voice()
    value = block.to_python({"text": "Demat", "who": "Une habitante", "is_person": True})
    with pytest.raises(StructBlockValidationError):
        block.clean(value)


@time_machine.travel("2026-11-25 12:00+01:00")
def test_a_persons_words_are_shown_while_the_consent_lasts():
    value = Voice().to_python({"text": "Demat", "who": "Une habitante", "is_person": True})
    for until, shown in ((dt.date(2026, 11, 25), True), (dt.date(2026, 11, 24), False)):
        value["consent_until"] = until
        assert value.may_be_shown is shown


def test_done_needs_the_document_that_says_so():
    block = Proposal()
    value = block.to_python({"text": "Wifi", "year": 2016, "status": "done", "source": "CDPL"})
    with pytest.raises(StructBlockValidationError):
        block.clean(value)


def test_proposals_stand_on_the_shelf_of_their_state():
    from home.story import Proposals

    rows = [
        {"text": text, "year": 2016, "status": status, "source": "CDPL"}
        for text, status in (("a", "proposed"), ("b", "done"), ("c", "proposed"))
    ]
    value = Proposals().to_python({"proposals": rows})
    assert [(shelf.tone, shelf.count) for shelf in value.by_status] == [("ok", 1), ("shut", 2)]


@time_machine.travel("2026-11-25 12:00+01:00")
def test_a_milestone_without_year_is_today_on_the_drawing():
    rows = [{"year": 1980, "date": "a", "title": "a"}, {"date": "b", "title": "b", "state": "now"}]
    value = Timeline().to_python({"milestones": rows})
    assert [buoy.state for buoy in value.ribbon.buoys] == ["past", "now"]


@pytest.mark.django_db
def test_a_comic_is_read_inside_the_story(client):
    import lxml.html

    from tests.guides.site import one_guide

    guide = one_guide(site())
    strip = ("strip", {"guide": guide, "caption": "En images"})
    page = TerritoryStoryPage(title="Récit", slug="recit", chapters=[SAMPLES[0], strip])
    site().add_child(instance=page)
    seen = lxml.html.fromstring(client.get("/fr/recit/").content)
    frames = seen.xpath("//section//ol[@class='strip']/li")
    assert len(frames) == len(guide.strip)
    assert "Mon colis est bloqué" in frames[0].text_content()
    files = {source.split("#")[0] for source in seen.xpath("//ol[@class='strip']//img/@src")}
    assert len(files) == 1
    closed = PageViewRestriction.objects.create(page=guide.get_parent(), restriction_type="login")
    assert "strip" not in client.get("/fr/recit/").text.split("<main")[1]
    closed.delete()
    assert "strip" in client.get("/fr/recit/").text.split("<main")[1]
    guide.unpublish()
    assert "strip" not in client.get("/fr/recit/").text.split("<main")[1]


def test_a_big_figure_is_not_called_a_telephone_number():
    with override("fr"):
        assert str(Figure().child_blocks["number"].label) == "Chiffre"
