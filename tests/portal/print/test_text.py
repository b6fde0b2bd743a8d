"""What reaches the paper is spaced as French print is, and drawn by our own faces only."""

import pytest

from portal.print.text import BREAK_CHANCE, printable, typography, unprintable


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Venez !", "Venez\u202f!"),
        ("Venez!", "Venez\u202f!"),
        ("Quoi ?!", "Quoi\u202f?!"),
        ("L'atelier : « tri »", "L’atelier\u00a0: «\u00a0tri\u00a0»"),
        ("02 97 02 22 00", "02\u202f97\u202f02\u202f22\u202f00"),
        ("14 h 30", "14\u00a0h\u00a030"),
        ("10 eur 05", "10\u00a0eur\u00a005"),
        ("30 %", "30\u00a0%"),
        ("Merc'her", "Merc’her"),
        ("?", "?"),
    ],
)
def test_spaces_and_apostrophes_are_those_of_print(typed, printed):
    assert typography(typed) == printed


def test_signs_without_a_drawing_are_dropped_and_named():
    assert printable("Café 📱 numérique") == "Café numérique"
    assert unprintable("Café 📱 العربية") >= {"📱", "ا"}
    assert unprintable("Bienvenue à l’île de Groix, c’hoazh ñ ù œ «»") == set()


def test_the_direction_of_writing_cannot_be_turned():
    assert printable("\u202egnirts lanif\u202c\u0000") == "gnirts lanif"


def test_an_endless_word_may_break():
    assert BREAK_CHANCE in printable("a" * 300)
    assert BREAK_CHANCE not in printable("anticonstitutionnellement")


def test_a_line_break_becomes_a_space_and_a_novel_is_cut():
    assert printable("un\nmot") == "un mot"
    assert len(printable("mot " * 5000)) <= 2000
