"""The calendar as a resident meets it: list, month, map, feeds, paper, one page a date."""

import datetime as dt
import json
import re

import pytest
from wagtail.search.index import insert_or_update_object

from events import dates
from events.models import Occurrence
from events.search.snapshot import read
from portal.models import SearchCount
from tests.events.calendar_examples import (
    TODAY,
    a_place,
    a_workshop,
    about,
    an_event,
    dates_of,
    in_breton,
    once,
    weekly,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
DAY = dt.timedelta(days=1)


def page_text(client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ").replace("\u202f", " ")


def test_dates_stand_under_their_day_in_words(client, calendar):
    an_event(calendar, place=a_place(calendar))
    text = page_text(client, "/fr/agenda/")
    assert "Mardi 24 novembre" in text
    assert "14 h à 16 h" in text
    assert "Médiathèque, Lorient" in text
    assert "1 date, mardi 24 novembre" in text


def test_the_breton_calendar_shows_each_date_once_with_its_own_words(client, calendar):
    in_breton(an_event(calendar, "Premiers pas"), "Pazennoù kentañ")
    an_event(calendar, "Sans breton")
    text = page_text(client, "/br/deiziataer/")
    assert "Meurzh 24 a viz Du" in text
    assert "Pazennoù kentañ" in text
    assert "Premiers pas" not in text
    assert re.search(r'<h3[^>]* lang="fr"><a[^>]*>Sans breton', text)


def test_a_hearing_loop_is_shown_and_found(client, calendar):
    with_loop = an_event(calendar, "Conférence", access=["loop"])
    an_event(calendar, "Autre chose")
    text = page_text(client, "/fr/agenda/?access=loop")
    assert "Conférence" in text
    assert "Autre chose" not in text
    assert "Boucle magnétique" in text
    assert "Boucle magnétique" in page_text(client, f"{with_loop.url}2026-11-24-1400/")


def test_a_session_in_english_is_found_among_other_languages_and_names_its_own(client, calendar):
    in_english = an_event(calendar, "First steps", languages=["fr", "en"])
    an_event(calendar, "Autre chose", languages=["br"])
    text = page_text(client, "/fr/agenda/?language=other")
    assert "First steps" in text
    assert "Autre chose" not in text
    assert "First steps" in page_text(client, "/fr/agenda/?language=fr")
    assert "Français et anglais" in page_text(client, f"{in_english.url}2026-11-24-1400/")


def test_a_cancelled_date_stays_with_its_reason(client, calendar):
    event = an_event(calendar, schedule=weekly(2))
    first, second = dates_of(event)
    dates.cancel(first, "Tempête", instead=second)
    text = page_text(client, "/fr/agenda/")
    assert "date-row--off" in text
    assert "Tempête" in text
    assert "mardi 1er décembre" in text


def test_on_a_breton_page_a_french_reason_is_marked_and_the_new_date_is_breton(client, calendar):
    event = an_event(calendar, schedule=weekly(2))
    in_breton(event, "Pazennoù kentañ")
    first, second = dates_of(event)
    dates.cancel(first, "Tempête", instead=second)
    text = page_text(client, "/br/deiziataer/")
    assert '<span lang="fr">Tempête.</span>' in text
    assert re.search(r'<span lang="br">Deiziad nevez : Meurzh[^<]* Kerzu', text, re.I)


def test_what_is_over_today_is_gone_and_what_goes_on_stands_apart(client, calendar):
    an_event(calendar, "Ce matin", once(starts="09:00", ends="10:00"))
    an_event(calendar, "Exposition", {"start": (TODAY - DAY).isoformat(), "days": 5})
    text = page_text(client, "/fr/agenda/")
    assert "Ce matin" not in text
    assert 'id="running"' in text
    assert text.count("Exposition</a>") == 1


def test_choices_show_how_many_dates_they_give(client, calendar):
    about(an_event(calendar, "Un", weekly(3)), "sante")
    about(an_event(calendar, "Deux"), "emploi")
    text = page_text(client, "/fr/agenda/?refine=1")
    assert "Sante (3)" in text
    assert "Emploi (1)" in text
    narrowed = page_text(client, "/fr/agenda/?theme=emploi")
    assert "Sante (3)" in narrowed
    assert 'aria-current="true"' in narrowed


def test_the_first_choices_come_alone_and_lead_to_all_of_them(client, calendar):
    about(an_event(calendar, "Un", weekly(3)), "sante")
    first = page_text(client, "/fr/agenda/?commune=56121")
    assert "Aujourd’hui (1)" in first
    assert "Sante (" not in first
    assert 'href="?commune=56121&amp;refine=1#facet-moment"' in first
    every = page_text(client, "/fr/agenda/?commune=56121&refine=1")
    assert 'id="facet-moment"' in every
    assert '<input type="hidden" name="refine" value="1">' in every
    assert "feed.ics?commune=56121" in every
    assert "Moins de choix" in every


def test_every_way_to_carry_a_search_away_has_its_page_in_both_languages(client, calendar):
    an_event(calendar)
    text = page_text(client, "/fr/agenda/ways/?commune=56121&view=map")
    assert "1 date" in text
    for way in ("poster.pdf?paper=large&amp;commune=56121", "feed.ics?commune=56121"):
        assert f'href="/fr/agenda/{way}"' in text
    assert "/br/deiziataer/ways/?commune=56121" in text
    assert client.get("/br/deiziataer/ways/").status_code == 200


def test_words_find_what_is_said_in_either_language(client, calendar):
    french = an_event(calendar, "Photos de famille")
    for page in (french, in_breton(french, "Luc’hskeudennoù"), an_event(calendar, "Impôts")):
        insert_or_update_object(page)
    for word in ("photo", "luc'hskeudenn"):
        text = page_text(client, f"/fr/agenda/?q={word}")
        assert "Photos de famille" in text
        assert "Impôts</a>" not in text


def test_nothing_found_says_what_to_lift_and_is_counted(client, calendar):
    an_event(calendar, "Ici", commune="56121")
    text = page_text(client, "/fr/agenda/?commune=56069&q=ici")
    assert "notice" in text
    assert "commune" in text
    count = SearchCount.objects.get()
    assert (count.words, count.commune, count.found) == ("ici", "56069", False)


def test_the_month_is_a_table_with_a_number_in_each_day(client, calendar):
    an_event(calendar, schedule=weekly(2))
    text = page_text(client, "/fr/agenda/?view=month")
    assert "<caption>Novembre 2026</caption>" in text
    assert "from=2026-11-24&amp;to=2026-11-24" in text
    assert "Décembre 2026" in text


def test_the_map_needs_no_script_and_the_list_beside_it_says_the_same(client, calendar):
    an_event(calendar, commune="56069")
    text = page_text(client, "/fr/agenda/?view=map")
    assert 'class="map"' in text
    assert "Groix – Groe (1)" in text


BAD = [
    "from=x",
    "from=0000-01-01",
    "to=9999-12-31",
    "page=-1",
    "page=99999999",
    "theme=%00",
    "commune=%27%22",
    "within=-3&commune=56121",
    "when=never",
    "view=upside",
    "free=perhaps",
    "q=" + "x" * 10_000,
    "q=%22",
    "&".join(f"theme={number}" for number in range(2000)),
]


@pytest.mark.parametrize("query", BAD, ids=lambda query: query[:30])
def test_nonsense_is_a_message_and_never_a_fault(client, calendar, query):
    an_event(calendar)
    answer = client.get(f"/fr/agenda/?{query}")
    assert answer.status_code == 200
    if not query.startswith("q=") and "99999999" not in query:
        assert b"field__error" in answer.content
    feed = client.get(f"/fr/agenda/feed.ics?{query}")
    assert feed.status_code == (200 if query.startswith("q=") else 400)


@pytest.mark.parametrize("view", ["list", "month", "map"])
def test_forty_dates_cost_the_queries_of_four(
    client, calendar, view, django_assert_max_num_queries
):
    for number in range(4):
        an_event(calendar, f"Atelier {number}", weekly(10))
    client.get("/fr/agenda/")
    with django_assert_max_num_queries(16):
        client.get(f"/fr/agenda/?view={view}")


def test_pages_follow_each_other(client, calendar):
    an_event(calendar, schedule=weekly(40))
    first = page_text(client, "/fr/agenda/")
    assert first.count("date-row__time") == 10
    assert "page=2" in first
    assert page_text(client, "/fr/agenda/?page=2").count("date-row__time") == 10


def test_nobody_sees_what_is_not_published(client, calendar):
    draft = an_event(calendar, "Canari brouillon")
    draft.unpublish()
    an_event(calendar, "Visible")
    addresses = ["/fr/agenda/", "/br/deiziataer/", "/fr/agenda/embed/", "/fr/agenda/?q=canari"]
    addresses += [f"/fr/agenda/feed.{kind}" for kind in ("ics", "rss", "json", "csv")]
    for address in addresses:
        assert "Canari" not in client.get(address).content.decode().replace('value="canari"', "")
    assert client.get(f"/fr/agenda/canari-brouillon/{TODAY}-1400/").status_code == 404
    assert client.get("/fr/agenda/canari-brouillon/event.ics").status_code == 404


def test_a_date_has_its_own_page_and_file(client, calendar):
    an_event(calendar, schedule=weekly(3), capacity=6)
    text = page_text(client, f"/fr/agenda/premiers-pas/{TODAY}-1400/")
    assert "Mardi 24 novembre 2026" in text
    data = json.loads(re.search(r"ld\+json\">(.*?)</script>", text, re.S)[1])
    assert data["startDate"] == "2026-11-24T14:00:00+01:00"
    assert data["remainingAttendeeCapacity"] == 6
    file = client.get(f"/fr/agenda/premiers-pas/{TODAY}-1400/event.ics")
    assert file.content.count(b"BEGIN:VEVENT") == 1
    series = client.get("/fr/agenda/premiers-pas/event.ics")
    assert b"RRULE" in series.content


@pytest.mark.parametrize(
    "moment", ["2026-11-25-1400", "2026-13-45-9999", "0001-01-01-0000", "9999-12-31-2359"]
)
def test_a_moment_without_date_is_not_found(client, calendar, moment):
    an_event(calendar)
    assert client.get(f"/fr/agenda/premiers-pas/{moment}/").status_code == 404


def test_a_workshop_shows_its_rhythm_and_its_dates(client, calendar):
    a_workshop(calendar, schedule=weekly(3))
    text = page_text(client, "/fr/ateliers/la-tablette/")
    assert "Tous les mardis de 14 h à 16 h" in text
    assert text.count("date-row__title") == 3


def test_a_workshop_without_dates_says_so(client, calendar):
    a_workshop(calendar, schedule=weekly(2, first=TODAY - 30 * DAY))
    assert "date-row__title" in page_text(client, "/fr/ateliers/la-tablette/")


def test_the_index_finds_what_the_queryset_finds(calendar):
    an_event(calendar, "Un", weekly(4), commune="56069", capacity=3)
    an_event(calendar, "Deux", once(TODAY + DAY, starts="09:00", ends="10:00"))
    an_event(calendar, "Trois", {"start": TODAY.isoformat(), "days": 3})
    index = read().index
    everything = Occurrence.objects.visible()
    for commune in ("56069", "56121"):
        found = set(index.rows(index.where("commune", [commune])))
        assert found == set(everything.in_commune(commune).values_list("pk", flat=True))
    assert index.size == everything.count()


def test_a_date_leads_to_its_twin_and_to_other_calendars(client, calendar):
    in_breton(an_event(calendar), "Pazennoù kentañ", "pazennou-kentan")
    text = page_text(client, f"/fr/agenda/premiers-pas/{TODAY}-1400/")
    assert f"/br/deiziataer/pazennou-kentan/{TODAY}-1400/" in text
    assert "dates=20261124T140000%2F20261124T160000" in text


def test_a_search_leads_to_the_same_search_in_the_other_language(client, calendar):
    an_event(calendar)
    text = page_text(client, "/fr/agenda/?commune=56121&theme=unknown")
    assert 'hreflang="br" href="http://testserver/br/deiziataer/?commune=56121"' in text
