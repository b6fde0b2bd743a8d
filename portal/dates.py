"""Days, hours and periods in French and Breton words, as a person would say them.

Grammar, not vocabulary: an article, an ordinal or a mutation cannot be glued from translated
pieces, so each language has its own short table here. Sources of the Breton names: CLDR 48.
"""

import datetime as dt
from dataclasses import dataclass

NBSP = "\u00a0"
# Breton numbers that take the article « ar » (pevar, pemp, c’hwec’h, seizh…); others take « an ».
_AR = {1, 4, 5, 6, 7, 14, 15, 16, 17, 24, 25, 26, 27}


@dataclass(frozen=True)
class Language:
    """The words of dates in one language; weekdays start on Monday, months in January."""

    weekdays: tuple[str, ...]
    short_weekdays: tuple[str, ...]
    on_weekdays: tuple[str, ...]  # « le mardi », « d’ar Meurzh »: never built by joining
    months: tuple[str, ...]
    first: str  # how the first day of a month is written
    of: str  # between day and month
    hour: str
    until: str  # between two hours
    from_hour: str
    all_day: str
    near: dict[int, str]  # days from today


FRENCH = Language(
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    short_weekdays=("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
    on_weekdays=(
        "le lundi",
        "le mardi",
        "le mercredi",
        "le jeudi",
        "le vendredi",
        "le samedi",
        "le dimanche",
    ),
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    first="1er",
    of=" ",
    hour="h",
    until="à",
    from_hour="à partir de",
    all_day="toute la journée",
    near={-1: "hier", 0: "aujourd’hui", 1: "demain"},
)
BRETON = Language(
    weekdays=("Lun", "Meurzh", "Merc’her", "Yaou", "Gwener", "Sadorn", "Sul"),
    short_weekdays=("Lun", "Meu.", "Mer.", "Yaou", "Gwe.", "Sad.", "Sul"),
    on_weekdays=(
        "d’al Lun",
        "d’ar Meurzh",
        "d’ar Merc’her",
        "d’ar Yaou",
        "d’ar Gwener",
        "d’ar Sadorn",
        "d’ar Sul",
    ),
    months=(
        "Genver",
        "C’hwevrer",
        "Meurzh",
        "Ebrel",
        "Mae",
        "Mezheven",
        "Gouere",
        "Eost",
        "Gwengolo",
        "Here",
        "Du",
        "Kerzu",
    ),
    first="1añ",
    of=" a viz ",
    hour="eur",
    until="da",
    from_hour="adalek",
    all_day="a-hed an deiz",
    near={-1: "dec’h", 0: "hiziv", 1: "warc’hoazh"},
)
_LANGUAGES = {"fr": FRENCH, "br": BRETON}


def words(language: str) -> Language:
    """The table of a language, French for one we do not know."""
    return _LANGUAGES.get(language, FRENCH)


def day_of_month(day: dt.date, language: str, *, year: bool = False) -> str:
    """« 24 novembre », « 1añ a viz Du 2026 »."""
    said = words(language)
    number = said.first if day.day == 1 else str(day.day)
    text = f"{number}{said.of.replace(' ', NBSP, 1)}{said.months[day.month - 1]}"
    return f"{text} {day.year}" if year else text


def day_in_words(day: dt.date, language: str, *, year: bool = False) -> str:
    """« mardi 24 novembre », « Meurzh 24 a viz Du »: the name of a day, as a heading."""
    return f"{words(language).weekdays[day.weekday()]} {day_of_month(day, language, year=year)}"


def on_day(day: dt.date, language: str, *, year: bool = False) -> str:
    """« le mardi 24 novembre », « d’ar Meurzh 24 a viz Du »: in a sentence."""
    return f"{words(language).on_weekdays[day.weekday()]} {day_of_month(day, language, year=year)}"


def the_day(day: dt.date, language: str, *, year: bool = False) -> str:
    """« le 24 novembre », « ar 24 a viz Du »: the article with the number."""
    article = "le" if language != "br" else "ar" if day.day in _AR else "an"
    return f"{article} {day_of_month(day, language, year=year)}"


def until_day(day: dt.date, language: str) -> str:
    """« jusqu’au 29 novembre », « betek an 29 a viz Du »."""
    said = the_day(day, language)
    return f"betek {said}" if language == "br" else f"jusqu’au {said.removeprefix('le ')}"


def month_in_words(day: dt.date, language: str) -> str:
    """« novembre 2026 », « Du 2026 »."""
    return f"{words(language).months[day.month - 1]} {day.year}"


def time_in_words(time: dt.time | dt.datetime, language: str) -> str:
    """« 14 h », « 14 h 30 », « 14 eur 30 »; the hour on the clock of the given value."""
    minutes = f"{NBSP}{time.minute:02}" if time.minute else ""
    return f"{time.hour}{NBSP}{words(language).hour}{minutes}"


def moment_in_words(moment: dt.datetime, language: str) -> str:
    """« mardi 24 novembre, 18 h »; the day and hour on the clock of the given value."""
    return f"{day_in_words(moment.date(), language)}, {time_in_words(moment, language)}"


def hours_in_words(
    start: dt.time | dt.datetime, end: dt.time | dt.datetime | None, language: str
) -> str:
    """« 14 h à 16 h », or « à partir de 14 h » when nobody knows the end."""
    said, begin = words(language), time_in_words(start, language)
    if end is None:
        return f"{said.from_hour} {begin}"
    return f"{begin} {said.until} {time_in_words(end, language)}"


def period_in_words(first: dt.date, last: dt.date, language: str, *, year: bool = True) -> str:
    """« du 19 au 25 novembre 2018 », « eus an 19 d’ar 25 a viz Du 2018 »; a day alone is itself."""
    if first >= last:
        return day_in_words(first, language, year=year)
    begin, end = _begin(first, last, language), the_day(last, language, year=year)
    if language == "br":
        return f"eus {begin} d’{end}"
    return f"du {begin.removeprefix('le ')} au {end.removeprefix('le ')}"


def last_day(start: dt.datetime, end: dt.datetime | None) -> dt.date:
    """The last day it covers, on the clock of the values; midnight belongs to the evening before.

    An end that nobody knows is on the first day.
    """
    return max(start.date(), (end - dt.timedelta(microseconds=1)).date()) if end else start.date()


def date_in_words(
    start: dt.datetime, end: dt.datetime | None, language: str, *, all_day: bool = False
) -> str:
    """« mardi 24 novembre 2026, 14 h à 16 h », or « …, à partir de 10 h, jusqu’au 29 novembre »."""
    parts, last = [day_in_words(start.date(), language, year=True)], last_day(start, end)
    several = last > start.date()
    if not all_day:
        parts.append(hours_in_words(start, None if several else end, language))
    if several:
        parts.append(until_day(last, language))
    return ", ".join(parts)


def relative_day(day: dt.date, today: dt.date, language: str) -> str:
    """« aujourd’hui », « warc’hoazh »; empty when the day is farther than one night away."""
    return words(language).near.get((day - today).days, "")


def joined(parts: list[str], language: str) -> str:
    """« a, b et c », « a, b ha c », with « hag » before a vowel."""
    if len(parts) < 2:
        return "".join(parts)
    last = parts[-1]
    conjunction = "et" if language != "br" else "hag" if last[:1].lower() in "aeiouùâêîôû" else "ha"
    return f"{', '.join(parts[:-1])} {conjunction} {last}"


def _begin(first: dt.date, last: dt.date, language: str) -> str:
    """The first day of a period, without the month or year it shares with the last."""
    if first.year != last.year:
        return the_day(first, language, year=True)
    if first.month != last.month:
        return the_day(first, language)
    return the_day(first, language).split(NBSP)[0]
