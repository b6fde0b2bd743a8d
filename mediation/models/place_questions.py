"""Words that chain into the question a resident, or a moderator, asks of the places."""

import datetime as dt
import uuid

from django.db import models
from django.utils import timezone
from wagtail.models import PageQuerySet

from portal.models import for_everyone

STALE_AFTER = dt.timedelta(days=365)
OWN_NUMBERS = "pays-de-lorient_"  # before the key of a place that no source has numbered


class PlaceQuerySet(PageQuerySet):
    """`PlacePage.objects.shown().unconfirmed()`."""

    def originals(self):
        """The pages that carry the facts: those in French."""
        return self.filter(locale__language_code="fr")

    def kept(self):
        """Those that were not merged into another."""
        return self.originals().filter(merged_into=None)

    def shown(self):
        """To anybody: published, and neither they nor what holds them are private."""
        return self.originals().filter(for_everyone())

    def numbered(self, number: str):
        """By the number they have in the open data."""
        return self.filter(models.Q(number=number) | models.Q(translation_key=_own_key(number)))

    def unconfirmed(self, today=None):
        """Nobody has said for a year that they are right."""
        since = (today or timezone.localdate()) - STALE_AFTER
        return self.filter(models.Q(confirmed_on=None) | models.Q(confirmed_on__lt=since))

    def to_ask(self):
        """Neither confirmed nor asked for a year."""
        since = timezone.localdate() - STALE_AFTER
        asked = models.Q(asked_on__gte=since)
        return self.shown().unconfirmed().exclude(asked)

    def to_read(self):
        """Their hours are words that no import understood: a person types the week."""
        return self.filter(opening_hours="").exclude(hours_note="")

    def answering(self, index, names: list[str]):
        """The French place that stands in for a missing child of `index`, by its slug."""
        found = self.kept().filter(slug__in=names, live=True)
        merged = self.originals().filter(slug__in=names).exclude(merged_into=None)
        other_language = index.locale.language_code != "fr"
        return (found.first() if other_language else None) or merged.first()

    def doubtful(self):
        """They resemble another place, and wait for a person to decide."""
        return self.exclude(alike=None)


def _own_key(number: str) -> uuid.UUID | None:
    """The page's own key in a number that the portal gave."""
    try:
        return uuid.UUID(number.removeprefix(OWN_NUMBERS))
    except ValueError:
        return None
