"""A misspelt word is answered with the nearest word that we do have."""

import pytest

from portal.search.suggest import nearest_word, suggest, words_of

KNOWN = words_of(
    [
        "reconnaître une arnaque en ligne",
        "médiathèque François-Mitterrand",
        "Le numérique pas à pas",
        "Ar c’hoari niverel",
        "Ploemeur",
        "Hennebont",
        "Quéven",
    ]
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("arnak", "arnaque"),
        ("mediatek", "médiathèque"),
        ("numerik", "numérique"),
        ("plomeur", "Ploemeur"),
        ("henebon", "Hennebont"),
        ("keven", "Quéven"),
        ("c'hoary", "c’hoari"),
    ],
)
def test_a_word_written_as_it_sounds_is_understood(typed, meant):
    assert suggest(typed, KNOWN) == meant


def test_only_the_unknown_words_of_a_query_are_replaced():
    assert suggest("arnak en ligne", KNOWN) == "arnaque en ligne"


def test_nothing_is_suggested_for_words_that_are_known_or_like_nothing():
    assert suggest("arnaque ligne", KNOWN) == ""
    assert suggest("xyzxyz", KNOWN) == ""
    assert suggest("le", KNOWN) == ""
    assert nearest_word("qwfp", KNOWN) == ""
