"""Hours of a day in French prose: « 8h30-12 / 13h30 17h30 », « de 9 h à midi », « 9h12h ».

Each clock time found becomes <HHMM>, so that what is left of the text is only words.
"""

import datetime as dt
import html
import re
import unicodedata

from mediation.opening_hours.week import Span

CLOCK = re.compile(r"<(\d\d)(\d\d)>")
_LETTER_DAYS = {"L": "lundi", "J": "jeudi", "V": "vendredi", "S": "samedi", "D": "dimanche"}
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
# Numbers that are no hours: telephone, dates, years, postcodes, street numbers, ordinals, rhythms.
_NOISE = re.compile(
    r"\b\d{2}(?:[ .]\d{2}){4}\b|\b\d{1,2}/\d{1,2}/\d{4}\b"
    rf"|\b\d{{1,2}}\s+(?:{_MONTHS})\b|\b20\d\d\b|\b\d{{5}}\b|\b1er\b|\b\d+\s*(?:ème|ère)\b"
    r"|\b\d+\s*(?:bis|ter)\b|\b\d+,?\s+(?:rue|avenue|boulevard|bd|place|chemin|impasse)\b"
    r"|\b\d+\s*(?:x|fois)\b|\b\d+\s*semaines?\s*/\s*\d+|\b\d+\s+\w+\s+sur\s+\d+|\b\d+\s*jours\b"
)
# Minutes follow an hour unless they are the next hour themselves: « 9h12h » is from 9 to 12.
_MARKED = re.compile(
    r"(?<!\d)(\d{1,2})\s*[h:]"
    r"(?:\s*(?:((?:[3-5]\d|2[5-9])(?=\D|$|\d{1,2}\s*h))(?:\s*h\b)?|([0-5]?\d)(?!\d)(?!\s*(?:h(?![a-z])|:))))?"
)
_LINK = r"(?:[\s\-/,_|:]|\b(?:à|a|et|de)\b)*"
_BARE = r"(?<![\d<#])(\d{4}|\d{1,2})(?![\d>])"
_BARE_PAIR = re.compile(rf"{_BARE}\s*-\s*{_BARE}")
_BEFORE_A_CLOCK = re.compile(rf"{_BARE}(?={_LINK}<)")
_AFTER_A_CLOCK = re.compile(rf"(>{_LINK}){_BARE}")


def time_ranges(text: str) -> str:
    """« 9h-12h et 14h-16h30 » → "09:00-12:00,14:00-16:30"; empty when no hour is sure."""
    spans = time_spans(text) or ()
    return ",".join(f"{span.start:%H:%M}-{span.end:%H:%M}" for span in spans)


def time_spans(text: str, weeks: str = "") -> tuple[Span, ...] | None:
    """The hours of one day; empty when there is none, None when an hour has no partner."""
    return pairs(marked(text), weeks)


def pairs(text: str, weeks: str = "") -> tuple[Span, ...] | None:
    """The stretches between the clock times of a marked text."""
    times = [_time(hour, minute) for hour, minute in CLOCK.findall(text)]
    if len(times) % 2 or None in times:
        return None
    ends = [time for time in times if time is not None]
    return tuple(Span(start, end, weeks) for start, end in zip(ends[::2], ends[1::2], strict=True))


def marked(text: str) -> str:
    """The text in lower case, its clock times as <HHMM>, other numbers as #."""
    text = unicodedata.normalize("NFKC", html.unescape(text)).replace("’", "'")
    text = re.sub(r"(?<![\w'])([LJVSD])(?=\s*(?:\d|au\s))", _day_of, text)
    text = re.sub(r"(?<=\bau )([JVSD])\b", _day_of, text).lower()
    text = re.sub(r"[‐-―−]", "-", text)
    text = re.sub(r"(?<=h)[èéà](?=\d)", " à ", text)
    text = re.sub(r"(?<=[h\d]) 0 (?=\d)", " à ", text)  # the key beside « à »
    text = re.sub(r"(?<!-)\bmidi\b", "12h", text)
    text = re.sub(r"(?<=\d)/(?=(?:2[5-9]|[3-5]\d)(?!\d))", ":", text)  # « 13/30 »
    text = re.sub(r"(?<=[\dh])(?=(?:lun|mar|mer|jeu|ven|sam|dim))", " ", text)
    text = _NOISE.sub(lambda found: "#" * len(found[0]), text)
    text = _MARKED.sub(_clock, text)
    text = _BARE_PAIR.sub(lambda found: f"{_token(found[1])}-{_token(found[2])}", text)
    text = _BEFORE_A_CLOCK.sub(lambda found: _token(found[1]), text)
    return _AFTER_A_CLOCK.sub(lambda found: found[1] + _token(found[2]), text)


def _clock(found: re.Match[str]) -> str:
    minutes = found[2] or found[3] or "0"
    return f" <{int(found[1]):02}{minutes:0<2}> "


def _token(number: str) -> str:
    return f"<{number}>" if len(number) == 4 else f"<{int(number):02}00>"


def _time(hour: str, minute: str) -> dt.time | None:
    if int(hour) > 24 or int(minute) > 59:
        return None
    return dt.time(int(hour) % 24, int(minute))


def _day_of(found: re.Match[str]) -> str:
    return f"{_LETTER_DAYS[found[1]]} "
