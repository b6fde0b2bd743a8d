"""Once a year, asks each place by its own address whether its page is still right."""

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from mediation.keeping.facts import mark_asked
from mediation.keeping.links import link_for
from mediation.models.places import PlacePage
from portal.outbox import compose, post


class Command(BaseCommand):
    help = "Posts the yearly question to the places that nobody has confirmed for twelve months."

    def handle(self, *args, **options):
        asked = sum(self._ask(place) for place in PlacePage.objects.to_ask())
        self.stdout.write(f"{asked}")

    @transaction.atomic
    def _ask(self, place: PlacePage) -> bool:
        """Whether a message was written. The place knows the day: the message itself goes soon."""
        address = place.emails.split("|")[0]
        if not address:
            return False
        values = {"place": place.title, "link": link_for(place)}
        subject, body = compose("place_confirm", "fr", values)
        mark_asked(place)
        return post(f"place:{place.pk}:{timezone.localdate()}", address, subject, body)
