"""A rhythm as one sentence: « Tous les mardis de 14 h à 16 h, du 6 janvier au 30 juin, sauf… »."""

import datetime as dt

from portal import dates
from portal.schedule.recurrence import Recurrence, Rule

NTH = {
    "fr": {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", -1: "dernier"},
    "br": {1: "kentañ", 2: "eil", 3: "trede", 4: "pevare", -1: "diwezhañ"},
}
_BRETON_EVERY = {2: "div", 3: "teir", 4: "peder", 9: "nav"}


def describe(recurrence: Recurrence, language: str) -> str:
    """The sentence an editor reads back, and a visitor too; without a final point."""
    parts = [_rhythm(recurrence, language), _period(recurrence, language)]
    parts += [_rests(recurrence, language), _struck(recurrence, language)]
    sentence = ", ".join(part for part in parts if part)
    return sentence[:1].upper() + sentence[1:]


def _rhythm(recurrence: Recurrence, language: str) -> str:
    days = _days(recurrence, language)
    hours = _hours(recurrence, language)
    return f"{days} {hours}" if hours else days


def _days(recurrence: Recurrence, language: str) -> str:
    rule = recurrence.rule
    if rule is None:
        return _single_days(recurrence, language)
    return _breton_rule(rule) if language == "br" else _french_rule(rule)


def _single_days(recurrence: Recurrence, language: str) -> str:
    if recurrence.days > 1:
        last = recurrence.start + dt.timedelta(days=recurrence.days - 1)
        return dates.period_in_words(recurrence.start, last, language)
    days = sorted({recurrence.start, *(extra.day for extra in recurrence.added)})
    said = [dates.on_day(day, language, year=day == days[-1]) for day in days]
    return dates.joined(said, language)


def _french_rule(rule: Rule) -> str:
    names = [dates.FRENCH.weekdays[day] for day in rule.weekdays]
    if rule.frequency == "daily":
        return "tous les jours" if rule.every == 1 else f"tous les {rule.every} jours"
    if rule.frequency == "weekly" and rule.every == 1:
        return "tous les " + dates.joined([name + "s" for name in names], "fr")
    if rule.frequency == "weekly":
        days = dates.joined(["le " + name for name in names], "fr")
        return f"toutes les {rule.every} semaines, {days}"
    months = "de chaque mois" if rule.every == 1 else f"tous les {rule.every} mois"
    if rule.frequency == "monthly_day":
        return f"le {'1er' if rule.month_day == 1 else rule.month_day} {months}"
    named = dates.joined([f"le {NTH['fr'][rule.nth]} {name}" for name in names], "fr")
    return f"{named} {months}"


def _breton_rule(rule: Rule) -> str:
    if rule.frequency == "daily":
        return "bemdez" if rule.every == 1 else f"bep {rule.every} deiz"
    if rule.frequency == "weekly" and rule.every == 1:
        return dates.joined([f"bep {dates.BRETON.weekdays[day]}" for day in rule.weekdays], "br")
    on_days = dates.joined([dates.BRETON.on_weekdays[day] for day in rule.weekdays], "br")
    if rule.frequency == "weekly":
        return f"bep {_BRETON_EVERY.get(rule.every, rule.every)} sizhun, {on_days}"
    months = "bep miz" if rule.every == 1 else f"bep {rule.every} miz"
    if rule.frequency == "monthly_day":
        article = dates.the_day(dt.date(2000, 1, rule.month_day), "br").split(dates.NBSP)[0]
        return f"{months}, d’{article}"
    named = [_breton_nth(day, rule.nth) for day in rule.weekdays]
    return f"{months}, {dates.joined(named, 'br')}"


def _breton_nth(day: int, nth: int) -> str:
    """« d’al Lun kentañ », « d’an eil Lun »: first and last follow the noun."""
    if nth in (1, -1):
        return f"{dates.BRETON.on_weekdays[day]} {NTH['br'][nth]}"
    article = "ar" if nth == 4 else "an"
    return f"d’{article} {NTH['br'][nth]} {dates.BRETON.weekdays[day]}"


def _hours(recurrence: Recurrence, language: str) -> str:
    starts, ends = recurrence.starts, recurrence.ends
    if starts is None:
        return "" if recurrence.days > 1 else dates.words(language).all_day
    begin = dates.time_in_words(starts, language)
    if ends is None:
        return f"da {begin}" if language == "br" else f"à {begin}"
    end = dates.time_in_words(ends, language)
    return f"eus {begin} da {end}" if language == "br" else f"de {begin} à {end}"


def _period(recurrence: Recurrence, language: str) -> str:
    if recurrence.rule is None:
        return ""
    return dates.period_in_words(recurrence.start, recurrence.rule.until, language)


def _rests(recurrence: Recurrence, language: str) -> str:
    rests = []
    if recurrence.skip_school_holidays:
        rests.append(
            "e-pad ar vakañsoù-skol (takad B)"
            if language == "br"
            else "vacances scolaires (zone B)"
        )
    if recurrence.skip_public_holidays:
        rests.append("en deizioù gouel" if language == "br" else "jours fériés")
    if not rests:
        return ""
    return ("nemet " if language == "br" else "sauf ") + dates.joined(rests, language)


def _struck(recurrence: Recurrence, language: str) -> str:
    if not recurrence.struck:
        return ""
    days = [dates.the_day(day, language) for day in sorted(recurrence.struck)]
    if language == "br":
        return "ha nemet " + dates.joined(days, "br")
    return "et sauf " + dates.joined(days, "fr")
