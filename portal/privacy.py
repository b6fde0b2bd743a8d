"""The register of personal data. What is asked, why, who sees it and how long is declared once;
the sentence under a field, the public page, the record of processing and `forget` all read it.

    register(
        Treatment(
            key="booking",                       # also the `form_id` of its forms
            title=_("Booking a seat"),
            basis=Basis.PUBLIC_TASK,
            seen_by=_("the mediator of the workshop"),
            kept=Kept(days=7, since=_("the workshop")),
            fields=(PersonalField("phone", _("Your telephone"), _("to tell you if …")),),
            erase=erase_bookings,                # (before: datetime) -> rows erased
        )
    )
"""

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import partial

from django.core.cache import cache
from django.db import Error, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from portal.backups import note_erasure
from portal.models.erasures import Erasure

logger = logging.getLogger(__name__)
Words = str | Promise
MOST_FIELDS = 3
BACKUP_LIFE = dt.timedelta(days=90)


class Basis(Enum):
    """The legal ground, with its article of the regulation (EU) 2016/679."""

    PUBLIC_TASK = gettext_lazy("task in the public interest (GDPR, article 6.1.e)")
    CONSENT = gettext_lazy("your consent (GDPR, article 6.1.a)")


@dataclass(frozen=True)
class Kept:
    """How long: `days` after a moment said in words (« the workshop »)."""

    days: int
    since: Words

    def __str__(self) -> str:
        count = ngettext(
            "%(days)d day after %(moment)s", "%(days)d days after %(moment)s", self.days
        )
        return count % {"days": self.days, "moment": self.since}


@dataclass(frozen=True)
class PersonalField:
    """One thing asked of a person: the form's field name, what it is, and what it serves."""

    name: str
    what: Words
    purpose: Words
    optional: bool = True


@dataclass(frozen=True)
class Treatment:
    """One line of the register.

    `erase(before)` deletes what ended before a moment, and counts it; `erase_marked(marks)` deletes
    what people had erased before a backup was restored. `forms` are the ids of the forms that ask
    these fields (by default one, named as the key).
    """

    key: str
    title: Words
    basis: Basis
    seen_by: Words
    kept: Kept
    fields: tuple[PersonalField, ...]
    erase: Callable[[dt.datetime], int]
    erase_marked: Callable[[set[str]], int] | None = None
    forms: tuple[str, ...] = field(default=())

    @property
    def form_ids(self) -> tuple[str, ...]:
        return self.forms or (self.key,)


_treatments: dict[str, Treatment] = {}


def register(treatment: Treatment) -> None:
    """Adds a treatment, from the `ready()` of an app. Raises ValueError for a key used twice."""
    if _treatments.setdefault(treatment.key, treatment) != treatment:
        raise ValueError(f"Two treatments are called {treatment.key!r}.")


def treatments() -> list[Treatment]:
    """The whole register, in the order of its keys."""
    return [_treatments[key] for key in sorted(_treatments)]


def declared_on(form_id: str) -> Iterator[tuple[Treatment, PersonalField]]:
    """What a form asks of a person."""
    for treatment in treatments():
        if form_id in treatment.form_ids:
            for asked in treatment.fields:
                yield treatment, asked


def note_on(form_id: str, name: str) -> str:
    """The sentence under a field: « Only to … Erased 7 days after the workshop. », or nothing."""
    for treatment, asked in declared_on(form_id):
        if asked.name == name:
            return _("Only %(purpose)s. Erased %(kept)s.") % {
                "purpose": asked.purpose,
                "kept": treatment.kept,
            }
    return ""


def remember_erasure(key: str, mark: str) -> None:
    """Notes that a row was erased at somebody's wish: a restored backup must not bring it back."""
    Erasure.objects.get_or_create(treatment=key, mark=mark)
    transaction.on_commit(partial(note_erasure, key, mark))


def forget(dry_run: bool = False) -> dict[str, int]:
    """Erases everything that is past its date; rows erased by treatment.

    A dry run does the same and takes it back, so that it counts exactly what would go.
    """
    with transaction.atomic():
        Erasure.objects.filter(erased_at__lt=timezone.now() - BACKUP_LIFE).delete()
        erased = {treatment.key: _erase(treatment) for treatment in treatments()}
        transaction.set_rollback(dry_run)
    if not dry_run:
        logger.info("personal data erased", extra={"erased": erased})
    return erased


def _erase(treatment: Treatment) -> int:
    count = treatment.erase(timezone.now() - dt.timedelta(days=treatment.kept.days))
    if treatment.erase_marked:
        marks = Erasure.objects.filter(treatment=treatment.key).values_list("mark", flat=True)
        count += treatment.erase_marked(set(marks))
    return count


_forgot_on: set[dt.date] = set()  # a cache that is away grants every lock


def forget_once_a_day(**_signal: object) -> None:
    """The safety net when no timer runs: after the first answer of a day. Never fails a request."""
    today = timezone.localdate()
    if today in _forgot_on or not cache.add(f"forgot:{today}", 1, 24 * 3600):
        return
    _forgot_on.add(today)
    try:
        forget()
    except Error:
        logger.exception("personal data could not be erased")
