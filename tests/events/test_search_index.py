"""The index of bits against the plain way of counting."""

from hypothesis import given
from hypothesis import strategies as st

from events.search.index import DAY, Entry, Index

themes = st.sets(st.sampled_from("abcde"), max_size=3)


@st.composite
def calendars(draw):
    spans = draw(
        st.lists(st.tuples(st.integers(0, 30 * DAY), st.integers(1, 5 * DAY)), max_size=40)
    )
    return [
        Entry(
            id=number * 7 % 101,
            page=draw(st.integers(1, 3)),
            start=start,
            end=start + length,
            facets={"theme": sorted(draw(themes)), "commune": [draw(st.sampled_from("12"))]},
        )
        for number, (start, length) in enumerate(spans)
    ]


def ids(entries):
    ordered = sorted(entries, key=lambda entry: (entry.start, entry.id))
    return [entry.id for entry in ordered]


@given(
    calendars(),
    st.lists(st.sampled_from("abcdef")),
    st.integers(0, 40 * DAY),
    st.integers(0, 9 * DAY),
)
def test_the_index_finds_what_a_walk_through_the_dates_finds(entries, wanted, first, length):
    index = Index(entries)
    last = first + length
    by_theme = [entry for entry in entries if set(entry.facets["theme"]) & set(wanted)]
    assert index.rows(index.where("theme", wanted)) == ids(by_theme)
    between = [entry for entry in entries if first <= entry.start < last]
    assert index.rows(index.starting(first, last)) == ids(between)
    running = [entry for entry in entries if entry.start < first < entry.end]
    assert index.rows(index.running(first)) == ids(running)
    of_pages = [entry for entry in entries if entry.page in (1, 3)]
    assert index.rows(index.of_pages([1, 3, 9])) == ids(of_pages)
    assert index.rows(index.of_ids([entry.id for entry in by_theme])) == ids(by_theme)


@given(calendars())
def test_each_choice_is_counted(entries):
    index = Index(entries)
    expected = {
        value: sum(value in entry.facets["theme"] for entry in entries) for value in "abcde"
    }
    counts = index.counts("theme", index.all)
    assert {value: counts.get(value, 0) for value in "abcde"} == expected


@given(calendars(), st.integers(0, 45), st.integers(0, 10))
def test_pages_follow_each_other(entries, skip, take):
    index = Index(entries)
    assert index.rows(index.all, skip, take) == ids(entries)[skip : skip + take]


@given(calendars())
def test_the_first_and_last_start_are_known(entries):
    index = Index(entries)
    starts = [entry.start for entry in entries] or [0]
    assert index.bounds(index.all) == (min(starts), max(starts))
