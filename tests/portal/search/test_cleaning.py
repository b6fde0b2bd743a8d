"""Whatever is typed becomes a few clean words, and never an error."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.search.cleaning import LONGEST_QUERY, MOST_WORDS, clean_query
from portal.search.folding import query_layers, typed_layer

ANYTHING = (
    st.text() | st.text(alphabet="\"'’`´\x00\\ \t\n*()-:^&|!<>%c'h") | st.none() | st.integers()
)


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ('"', ""),
        ("'", ""),
        ("l\"'atelier", "l ’atelier"),
        ("a\x00b", "a b"),
        ("  Ar   vugale\n", "Ar vugale"),
        ("c'hoari cʼhoari", "c’hoari c’hoari"),
        ("e\u0301te\u0301", "été"),
        ("mé\xaddia\u200dthèque", "médiathèque"),
        ("😀 🎉", ""),
        ("\ud800", ""),
        (None, ""),
        ("«\u202ftiers-lieu\u202f»", "tiers-lieu"),
    ],
)
def test_what_cannot_be_looked_for_is_left_out(typed, clean):
    assert clean_query(typed) == clean


def test_a_long_query_is_cut():
    assert clean_query("mot " * 5000) == " ".join(["mot"] * MOST_WORDS)
    assert len(clean_query("m" * 10_000)) == LONGEST_QUERY


@given(ANYTHING)
def test_any_nonsense_becomes_a_query_that_can_be_asked(typed):
    clean = clean_query(typed)
    assert clean == clean_query(clean)
    assert len(clean) <= LONGEST_QUERY
    assert len(clean.split()) <= MOST_WORDS
    assert not any(unicodedata.category(sign) == "Cc" for sign in clean)
    assert '"' not in clean
    for expression in (*query_layers(clean), typed_layer(clean)):
        tokens = [t for reading in expression for group in reading for t in group]
        assert all(t.isascii() and t.isalnum() for t in tokens)
