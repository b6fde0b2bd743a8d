"""What people look for and do not find, so that the territory can answer; never who asked."""

import re
from contextlib import nullcontext

from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from portal.search.cleaning import clean_query
from portal.search.text import lower

LONGEST = 80  # characters kept of a search
# An address, a telephone number, a date of birth: what could tell a person is not kept.
_PERSONAL = re.compile(r"@|\d{3,}|(\d\W?){5,}")


class SearchCount(models.Model):
    """How often one search was made on one day, in one commune or anywhere."""

    day = models.DateField(_("day"))
    words = models.CharField(_("words"), max_length=LONGEST)
    commune = models.CharField(_("commune"), max_length=5, blank=True)  # INSEE code
    found = models.BooleanField(_("something was found"))
    count = models.PositiveIntegerField(_("times"), default=1)

    class Meta:
        verbose_name = _("search made")
        verbose_name_plural = _("searches made")
        constraints = [
            models.UniqueConstraint(
                fields=["day", "words", "commune", "found"], name="one_search_count_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.words} ({self.day}): {self.count}"


def count_search(words: str, *, found: bool, commune: str = "") -> None:
    """Add one to today's count of this search; a search never fails because of its count."""
    words = lower(clean_query(words))[:LONGEST].strip()
    if not (words or commune) or _PERSONAL.search(words):
        return
    table = SearchCount._meta.db_table
    sql = (
        f"INSERT INTO {table} (day, words, commune, found, count) VALUES (%s, %s, %s, %s, 1)"
        f" ON CONFLICT (day, words, commune, found) DO UPDATE SET count = {table}.count + 1"
    )
    # Alone, the statement is its own transaction; inside another, its failure must not spoil it.
    guard = transaction.atomic() if connection.in_atomic_block else nullcontext()
    try:
        with guard, connection.cursor() as cursor:
            cursor.execute(sql, [timezone.localdate(), words, commune, found])
    except DatabaseError:
        return
