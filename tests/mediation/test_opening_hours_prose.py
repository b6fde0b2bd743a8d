"""Hours written by people: understood when they are clear, left alone when they are not."""

import datetime as dt
import json
from pathlib import Path

import pytest

from mediation.opening_hours import convert, convert_columns, osm, time_ranges

ORACLE = Path(__file__).resolve().parents[3] / "shared/data/opening_hours_oracle.json"
# The oracle reads « sauf le mercredi » as if it were not there, and « tous les jours » as Monday
# to Friday: these stay prose, for a person to read.
LEFT_AS_PROSE = ("sauf le mercredi", "Tous les jours")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9h-12h et 14h-16h30", "09:00-12:00,14:00-16:30"),
        ("de 8h30 h à 12 h et de 13 h 30 à 17 h", "08:30-12:00,13:30-17:00"),
        ("9h12h / 14h-17h", "09:00-12:00,14:00-17:00"),
        ("9-12/14-18", "09:00-12:00,14:00-18:00"),
        ("de 9 h à midi", "09:00-12:00"),
        ("18h", ""),
        ("sur rendez-vous au 02 97 00 00 00", ""),
        ("25h-26h", ""),
    ],
)
def test_the_hours_of_a_day_are_read(text, expected):
    assert time_ranges(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("du lundi au jeudi : 9h-12h", "Mo-Th 09:00-12:00"),
        (
            "8h-12h du lundi au samedi et 13h30-17h30 le mercredi",
            "Mo-Sa 08:00-12:00; We 13:30-17:30",
        ),
        ("Mo-Th 9:00-16:00", "Mo-Th 09:00-16:00"),
    ],
)
def test_a_week_is_read(text, expected):
    converted = convert(text)
    assert converted is not None
    wanted = (
        expected if ";" not in expected else "Mo,Tu,Th-Sa 08:00-12:00; We 08:00-12:00,13:30-17:30"
    )
    assert _opened(converted.osm) == _opened(wanted)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-----",
        "1er mardi matin du mois",
        "lundi sur rendez vous au 03.21.89.04.66",
        "9h30-12h 14h-16h (sauf le lundi matin / mardi)",
        "Th 09:00-12:00-14:00",
        "Mo 14:00-14:00",
        "Mo-Fr 09:00-12:00; Tu",
        "hors vacances scolaires, lundi 9h-12h",
    ],
)
def test_what_is_not_sure_stays_prose(text):
    assert convert(text) is None


def test_days_said_to_be_closed_have_no_hours():
    converted = convert("Fermé le lundi. Mardi 9h-12h, samedi et dimanche fermé")
    assert converted is not None and converted.osm == "Tu 09:00-12:00"


def test_words_that_may_change_the_hours_are_reported():
    converted = convert("lundi 9h-12h, fermeture en août")
    assert converted is not None
    assert converted.osm == "Mo 09:00-12:00" and set(converted.doubts) == {"fermeture", "août"}


def test_alternate_weeks_given_beside_the_hours_are_kept():
    converted = convert_columns({"OSM": "Mo 09:30-12:30; PH off", "ouverture": "Semaine paire"})
    assert converted is not None and converted.osm == "week 2-52/2 Mo 09:30-12:30; PH off"


@pytest.mark.skipif(not ORACLE.exists(), reason="the shared data is not beside the repository")
def test_real_hours_convert_and_none_converts_wrongly():
    cases = json.loads(ORACLE.read_text("utf-8"))["cases"]
    sensible = [case for case in cases if case["expected"]]
    left = [case for case in sensible if not _read(case)]
    wrong = [case for case in cases if _read(case) and not _agrees(case)]
    assert wrong == []
    assert len(left) <= 0.05 * len(sensible)
    assert all(any(words in case["input"] for words in LEFT_AS_PROSE) for case in left)


def _read(case):
    given = case["input"]
    if case["kind"] == "time_ranges":
        return time_ranges(given)
    found = convert_columns(given) if isinstance(given, dict) else convert(given)
    return found.osm if found else ""


def _agrees(case):
    if case["kind"] == "time_ranges":
        return _read(case) == case["expected"]
    expected = "24/7" if case["expected"] == "Mo-Sun 00:00-00:00" else case["expected"]
    return bool(expected) and _opened(_read(case)) == _opened(osm.repaired(expected))


def _opened(expression):
    """The stretches of an odd and an even week."""
    hours = osm.parsed(expression)
    assert hours is not None, expression
    begins = (dt.datetime(2026, 6, 1), dt.datetime(2026, 6, 8))
    return [
        (start, end)
        for begin in begins
        for start, end, state, _comment in hours.intervals(begin, begin + dt.timedelta(days=7))
        if str(state) == "open"
    ]
