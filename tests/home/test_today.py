"""The home page says today: dates that have not begun, the edition under way, doors that exist."""

import datetime as dt

import pytest
import time_machine
from django.utils import timezone
from django.utils.translation import override
from lxml.html import fromstring
from wagtail.models import Locale, PageViewRestriction

from events.models import CalendarPage, EditionPage, EventPage
from home.models import HomePage
from home.today import today
from participation.models import QuestionPage
from tests.participation.examples import index, site

pytestmark = pytest.mark.django_db
NOON = "2026-11-25 12:00+01:00"


def calendar():
    page = CalendarPage(title="Agenda", slug="agenda")
    site().add_child(instance=page)
    return page


def event(parent, title: str, day: dt.date, hour: str, **fields) -> EventPage:
    page = EventPage(
        title=title,
        slug=title.lower(),
        commune="56121",
        schedule={"start": day.isoformat(), "starts": hour},
        **fields,
    )
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def edition(first: int, last: int, slug: str = "2026") -> EditionPage:
    from home.models import InformationPage

    shelf = InformationPage.objects.filter(slug="semaines").first()
    if shelf is None:
        shelf = InformationPage(title="Semaines", slug="semaines")
        site().add_child(instance=shelf)
    day = timezone.localdate()
    page = EditionPage(
        title=f"Semaine {slug}",
        slug=slug,
        first_day=day + dt.timedelta(days=first),
        last_day=day + dt.timedelta(days=last),
    )
    shelf.add_child(instance=page)
    return page


@time_machine.travel(NOON, tick=False)
def test_the_next_dates_have_not_begun_and_come_in_order():
    parent = calendar()
    day = timezone.localdate()
    event(parent, "Matin", day, "09:00")
    event(parent, "Soir", day, "18:00")
    event(parent, "Demain", day + dt.timedelta(days=1), "10:00")
    rows = today(site())["dates"]["rows"]
    assert [row["title"] for row in rows] == ["Soir", "Demain"]
    assert rows[0]["when"].startswith("Aujourd’hui, ")


@time_machine.travel(NOON, tick=False)
def test_the_edition_under_way_shows_its_days_and_the_number_of_dates():
    week = edition(-2, 4)
    event(calendar(), "Soir", timezone.localdate(), "18:00", edition=week)
    shown = today(site())["edition"]
    assert shown["now"] is True
    assert [day["past"] for day in shown["days"]] == [True, True, *[False] * 5]
    assert "1 date" in shown["days"][2]["text"]


@time_machine.travel(NOON, tick=False)
def test_an_edition_of_the_past_and_one_of_next_year_are_not_announced():
    edition(-400, -394, "2025")
    edition(300, 306, "2027")
    assert today(site())["edition"] is None


@time_machine.travel(NOON, tick=False)
def test_the_open_question_of_the_edition_is_put_on_the_home_page():
    day = timezone.localdate()
    question = QuestionPage(title="Et vous ?", slug="et-vous", event=edition(-2, 4), opens=day)
    index().add_child(instance=question)
    assert today(site())["question"]["title"] == "Et vous ?"


@time_machine.travel(NOON, tick=False)
def test_a_question_private_in_breton_is_put_in_french_and_said_to_be():
    day = timezone.localdate()
    asked = QuestionPage(title="Et vous ?", slug="et-vous", event=edition(-2, 4), opens=day)
    index().add_child(instance=asked)
    breton = Locale.objects.get(language_code="br")
    twin = asked.copy_for_translation(breton, copy_parents=True)
    twin.title = "Ha c’hwi?"
    twin.save_revision().publish()
    home = twin.get_ancestors().type(HomePage).get().specific
    with override("br"):
        assert today(home)["question"]["title"] == "Ha c’hwi?"
        PageViewRestriction.objects.create(page=twin, restriction_type="login")
        shown = today(home)["question"]
    assert (shown["title"], shown["lang"]) == ("Et vous ?", "fr")


@time_machine.travel(NOON, tick=False)
def test_french_words_on_the_breton_home_page_are_said_to_be_french(client):
    week = edition(-2, 4)
    EditionPage.objects.filter(pk=week.pk).update(introduction="Sept jours.")
    asked = QuestionPage(title="Et vous ?", slug="et-vous", event=week, opens=timezone.localdate())
    index().add_child(instance=asked)
    page = fromstring(client.get("/br/").text)
    for words in ("Semaine 2026", "Sept jours.", "Et vous ?"):
        assert page.xpath(f"//main//*[normalize-space()='{words}']/@lang") == ["fr"], words
    assert not fromstring(client.get("/fr/").text).xpath("//main//*[@lang='fr'][self::h2]")


@time_machine.travel(NOON, tick=False)
def test_an_edition_that_only_repeats_french_is_said_to_be_french(client):
    week = edition(-2, 4)
    breton = Locale.objects.get(language_code="br")
    week.copy_for_translation(breton, copy_parents=True, alias=True)
    page = fromstring(client.get("/br/").text)
    assert page.xpath("//h2[@id='edition']/@lang") == ["fr"]


def test_an_empty_site_has_a_home_page_all_the_same(client):
    site()
    for address in ("/fr/", "/br/"):
        assert client.get(address).status_code == 200


@time_machine.travel(NOON, tick=False)
def test_the_home_page_costs_the_same_for_one_date_and_for_many(django_assert_max_num_queries):
    parent = calendar()
    home = site()
    for number in range(6):
        event(parent, f"Date{number}", timezone.localdate(), f"{14 + number}:00")
    today(home)
    with django_assert_max_num_queries(12):
        today(home)
