"""Nothing that somebody typed runs in a spreadsheet."""

import pytest

from portal.spreadsheets import harmless


@pytest.mark.parametrize(
    "typed", ["=1+1", "+33", "-2", "@SUM", "\t=1", " =1", "\u00a0=1", "\uff1d1"]
)
def test_what_would_begin_a_formula_stands_behind_an_apostrophe(typed):
    assert harmless(typed) == f"'{typed}"


@pytest.mark.parametrize("typed", ["", "Lorient", "a=1", "02 97"])
def test_other_words_stay_as_they_are(typed):
    assert harmless(typed) == typed
