"""One line to paste into the national Coop report: day, length, people, themes, level, place."""

import datetime as dt
from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def coop_line(
    day: dt.date, length: dt.timedelta, came: int, themes: Iterable[str], level: str, place: str
) -> str:
    """« 24/11/2026 ; 2 h ; 7 personnes ; E-mail, Démarches ; débutant ; Médiathèque »."""
    people = ngettext("%d person", "%d people", came) % came
    parts = [f"{day:%d/%m/%Y}", in_hours(length), people, ", ".join(themes), level, place]
    return " ; ".join(part for part in parts if part)


def in_hours(length: dt.timedelta) -> str:
    """« 2 h », « 1 h 30 », « 45 min »."""
    hours, minutes = divmod(int(length.total_seconds()) // 60, 60)
    if not hours:
        return _("%d min") % minutes
    return f"{hours} h {minutes:02d}" if minutes else f"{hours} h"
