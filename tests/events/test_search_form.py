"""The search form: nonsense is a message beside its field, and the rest of the search is kept."""

import datetime as dt
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from events.search.asked import find, quick_range
from events.search.forms import FACETS, FLAGS, CalendarForm
from events.search.index import Entry, Index
from portal.schedule import ZONE

NOW = dt.datetime(2026, 11, 24, 15, tzinfo=ZONE)
VOCABULARY = {
    "theme": {"sante": "Santé", "emploi": "Emploi"},
    "audience": {"seniors": "Seniors"},
    "place": {"les-sources": "Les Sources"},
    "edition": {"2018": "2018"},
}
NAMES = ["q", "commune", "within", "from", "to", "when", *FACETS, *FLAGS, "view", "page", "unknown"]


def ask(query: str):
    form = CalendarForm(QueryDict(query), VOCABULARY)
    return form, form.asked()


def entry(number: int, start: dt.datetime, hours: float = 2, **facets) -> Entry:
    begin = int(start.timestamp())
    return Entry(number, number, begin, begin + int(hours * 3600), facets)


def test_repeating_a_name_means_or():
    form, asked = ask("theme=sante&theme=emploi&commune=56121&commune=Groix")
    assert asked.choices == {"theme": ("sante", "emploi")}
    assert asked.communes == ("56121", "56069")
    assert not form.errors


def test_a_bad_value_leaves_the_good_ones():
    form, asked = ask("theme=sante&theme=xyz&level=beginner&from=hier&page=-1")
    assert asked.choices == {"theme": ("sante",), "level": ("beginner",)}
    assert asked.page == 1
    assert set(form.errors) == {"theme", "from", "page"}
    assert "xyz" in form.errors["theme"][0]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("from=2026-12-01&to=2026-11-01", "to"),
        ("from=0000-01-01", "from"),
        ("from=0001-01-01", "from"),
        ("to=9999-12-31", "to"),
        ("from=2026-02-30", "from"),
        ("within=5", "within"),
        ("commune=56121&within=-1", "within"),
        ("commune=56121&within=nan", "within"),
        ("commune=75056", "commune"),
        ("page=0", "page"),
        ("page=99999999999999999999", "page"),
        ("view=sideways", "view"),
        ("free=maybe", "free"),
        ("when=yesterday", "when"),
        ("&".join(f"theme={n}" for n in range(900)), "theme"),
    ],
)
def test_nonsense_is_said_at_its_field(query, field):
    form, asked = ask(query)
    assert set(form.errors) == {field}
    find(Index([]), asked, NOW)


def test_an_unknown_name_is_ignored():
    form, asked = ask("utm_source=x&jour=demain")
    assert not form.errors
    assert asked.filters() == []


values = st.text(max_size=30) | st.sampled_from(["1", "sante", "56121", "2026-11-24", "\x00", "'"])


@given(st.lists(st.tuples(st.sampled_from(NAMES), values), max_size=12))
def test_no_query_makes_the_form_fail(pairs):
    query = urlencode(pairs, errors="replace")
    form, asked = ask(query)
    found = find(Index([entry(1, NOW, theme=["sante"], commune=["56121"])]), asked, NOW)
    assert found.total in (0, 1)
    assert asked.page >= 1
    assert str(form.errors) is not None


def test_within_reaches_the_communes_around():
    _form, asked = ask("commune=56121&within=4")
    assert asked.reach()[0] == "56121"
    assert "56098" in asked.reach()  # Lanester
    assert "56069" not in asked.reach()  # Groix


MORNING = NOW.replace(hour=9)
ROWS = [
    entry(1, MORNING, theme=["sante"], moment=["morning"]),  # over
    entry(2, NOW.replace(hour=14), theme=["emploi"], moment=["afternoon"]),  # going on
    entry(3, NOW + dt.timedelta(days=1), theme=["sante"], moment=["afternoon"], seats=["1"]),
    entry(4, NOW - dt.timedelta(days=5), hours=24 * 10, theme=["sante"]),  # long
    entry(5, NOW + dt.timedelta(days=4), theme=["sante"], seats=["1"]),  # Saturday
]


def found(query: str, **more):
    _form, asked = ask(query)
    asked = asked if not more else type(asked)(**{**vars(asked), **more})
    result = find(Index(ROWS), asked, NOW)
    return result.index.rows(result.dates), result.index.rows(result.running)


@pytest.mark.parametrize(
    ("query", "dates", "running"),
    [
        ("", [2, 3, 5], [4]),
        ("theme=sante", [3, 5], [4]),
        ("when=today", [2], [4]),
        ("when=weekend", [5], [4]),
        ("when=today&when=weekend", [2, 5], [4]),
        ("from=2026-11-24", [1, 2, 3, 5], [4]),
        ("to=2026-11-20", [4], []),
        ("from=2026-11-25&to=2026-11-25", [3], [4]),
        ("from=2026-12-25", [], []),
        ("seats=1", [3, 5], []),
        ("moment=morning", [], []),
    ],
)
def test_the_dates_that_answer(query, dates, running):
    assert found(query) == (dates, running)


def test_full_dates_are_left_out_when_seats_are_asked():
    assert found("seats=1", full=Index(ROWS).of_ids([3])) == ([5], [])


def test_words_keep_the_series_that_answer_them():
    assert found("q=x", answering=Index(ROWS).of_pages([3, 9])) == ([3], [])


def test_quick_ranges_end_where_people_expect():
    sunday, saturday = dt.date(2026, 11, 29), dt.date(2026, 11, 28)
    assert quick_range("week", sunday) == (sunday, dt.date(2026, 11, 30))
    assert quick_range("weekend", sunday) == (sunday, dt.date(2026, 11, 30))
    assert quick_range("weekend", dt.date(2026, 11, 24)) == (saturday, dt.date(2026, 11, 30))
    assert quick_range("month", sunday) == (sunday, dt.date(2026, 12, 1))


def test_lifting_a_filter_gives_the_other_search():
    _form, asked = ask("theme=sante&commune=56121&within=5&when=today&q=x&seats=1")
    assert asked.filters() == ["q", "commune", "dates", "seats", "theme"]
    assert asked.without("theme").choices == {}
    assert asked.without("commune").reach() == ()
    assert asked.without("dates").when == ()
    assert asked.without("q").words == ""
