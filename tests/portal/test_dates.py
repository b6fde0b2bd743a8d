"""Days and hours in words."""

import datetime as dt

import pytest

from portal import dates

DAY = dt.date(2026, 11, 24)
FIRST = dt.date(2026, 11, 1)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("words", "fr", "br"),
    [
        (dates.day_in_words, "mardi 24 novembre", "Meurzh 24 a viz Du"),
        (dates.on_day, "le mardi 24 novembre", "d’ar Meurzh 24 a viz Du"),
        (dates.the_day, "le 24 novembre", "ar 24 a viz Du"),
        (dates.day_of_month, "24 novembre", "24 a viz Du"),
        (dates.month_in_words, "novembre 2026", "Du 2026"),
    ],
)
def test_a_day_is_said_in_both_languages(words, fr, br):
    assert plain(words(DAY, "fr")) == fr
    assert plain(words(DAY, "br")) == br


def test_the_first_of_a_month_is_an_ordinal():
    assert plain(dates.day_of_month(FIRST, "fr", year=True)) == "1er novembre 2026"
    assert plain(dates.day_of_month(FIRST, "br", year=True)) == "1añ a viz Du 2026"


def test_seven_breton_weekdays_have_their_own_article():
    monday = dt.date(2026, 11, 23)
    said = [dates.on_day(monday + dt.timedelta(n), "br").rsplit(" ", 3)[0] for n in range(7)]
    assert [one.split(" ")[0] for one in said] == ["d’al", *["d’ar"] * 6]
    assert len(set(said)) == 7


@pytest.mark.parametrize(
    ("start", "end", "fr", "br"),
    [
        (dt.time(14), dt.time(16), "14 h à 16 h", "14 eur da 16 eur"),
        (dt.time(14, 5), dt.time(16, 30), "14 h 05 à 16 h 30", "14 eur 05 da 16 eur 30"),
        (dt.time(9), None, "à partir de 9 h", "adalek 9 eur"),
    ],
)
def test_hours_are_said_as_people_say_them(start, end, fr, br):
    assert plain(dates.hours_in_words(start, end, "fr")) == fr
    assert plain(dates.hours_in_words(start, end, "br")) == br


@pytest.mark.parametrize(
    ("end", "all_day", "fr", "br"),
    [
        ("2026-11-24T16:00", False, "14 h à 16 h", "14 eur da 16 eur"),
        (None, False, "à partir de 14 h", "adalek 14 eur"),
        ("2026-11-25T00:00", False, "14 h à 0 h", "14 eur da 0 eur"),
        ("2026-11-25T00:00", True, "", ""),
        ("2026-11-26T00:00", True, "jusqu’au 25 novembre", "betek ar 25 a viz Du"),
        (
            "2026-11-29T18:00",
            False,
            "à partir de 14 h, jusqu’au 29 novembre",
            "adalek 14 eur, betek an 29 a viz Du",
        ),
    ],
)
def test_a_date_is_said_with_its_hours_and_its_last_day(end, all_day, fr, br):
    moments = dt.datetime(2026, 11, 24, 14), end and dt.datetime.fromisoformat(end)
    days = "mardi 24 novembre 2026", "Meurzh 24 a viz Du 2026"
    for language, day, more in zip(("fr", "br"), days, (fr, br), strict=True):
        said = plain(dates.date_in_words(*moments, language, all_day=all_day))
        assert said == (f"{day}, {more}" if more else day)


@pytest.mark.parametrize(
    ("first", "last", "fr", "br"),
    [
        (
            "2018-11-19",
            "2018-11-25",
            "du 19 au 25 novembre 2018",
            "eus an 19 d’ar 25 a viz Du 2018",
        ),
        (
            "2026-10-30",
            "2026-11-01",
            "du 30 octobre au 1er novembre 2026",
            "eus an 30 a viz Here d’ar 1añ a viz Du 2026",
        ),
        (
            "2026-12-31",
            "2027-01-02",
            "du 31 décembre 2026 au 2 janvier 2027",
            "eus an 31 a viz Kerzu 2026 d’an 2 a viz Genver 2027",
        ),
        ("2026-11-24", "2026-11-24", "mardi 24 novembre 2026", "Meurzh 24 a viz Du 2026"),
    ],
)
def test_a_period_says_once_what_its_ends_share(first, last, fr, br):
    first, last = map(dt.date.fromisoformat, (first, last))
    assert plain(dates.period_in_words(first, last, "fr")) == fr
    assert plain(dates.period_in_words(first, last, "br")) == br


@pytest.mark.parametrize(
    ("language", "names"),
    [("fr", ["hier", "aujourd’hui", "demain", ""]), ("br", ["dec’h", "hiziv", "warc’hoazh", ""])],
)
def test_near_days_have_a_name(language, names):
    near = [DAY + dt.timedelta(n) for n in (-1, 0, 1, 2)]
    assert [dates.relative_day(day, DAY, language) for day in near] == names


def test_a_breton_list_ends_with_ha_or_hag():
    assert dates.joined(["a", "bara", "kig"], "br") == "a, bara ha kig"
    assert dates.joined(["bara", "amanenn"], "br") == "bara hag amanenn"
    assert dates.joined(["un", "deux"], "fr") == "un et deux"


def test_a_last_day_is_said_with_its_article():
    assert plain(dates.until_day(DAY, "fr")) == "jusqu’au 24 novembre"
    assert plain(dates.until_day(DAY, "br")) == "betek ar 24 a viz Du"
