"""Dates in templates, in the words of the page's language: {{ day|day_words }}."""

import datetime as dt

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from portal import dates

register = template.Library()


@register.filter
def day_words(day: dt.date) -> str:
    """« mardi 24 novembre »."""
    return dates.day_in_words(_local(day), _language())


@register.filter
def full_day_words(day: dt.date) -> str:
    """« mardi 24 novembre 2026 »."""
    return dates.day_in_words(_local(day), _language(), year=True)


@register.filter
def on_day_words(day: dt.date) -> str:
    """« le mardi 24 novembre », « d’ar Meurzh 24 a viz Du »."""
    return dates.on_day(_local(day), _language())


@register.filter
def date_words(day: dt.date) -> str:
    """« 24 novembre 2026 »."""
    return dates.day_of_month(_local(day), _language(), year=True)


@register.filter
def month_words(day: dt.date) -> str:
    """« novembre 2026 »."""
    return dates.month_in_words(_local(day), _language())


@register.filter
def time_words(moment: dt.time | dt.datetime) -> str:
    """« 14 h 30 »."""
    return dates.time_in_words(_local(moment), _language())


@register.simple_tag
def period_words(first: dt.date, last: dt.date) -> str:
    """{% period_words first last %}: « du 19 au 25 novembre 2018 »."""
    return dates.period_in_words(_local(first), _local(last), _language())


def _local(moment):
    """An instant on the clock of the territory; a plain day or hour as it is."""
    aware = isinstance(moment, dt.datetime) and timezone.is_aware(moment)
    return timezone.localtime(moment) if aware else moment


def _language() -> str:
    return get_language() or "fr"
