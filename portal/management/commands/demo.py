"""Builds the bilingual demonstration site; safe to run twice, edits stay.

With --real-only it is the start of a true site: places, guides, story, network, the editions of the
past and the pages that inform, without an invented session, account or band.
"""

from django.apps import apps
from django.core.cache import cache
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.module_loading import import_string

from portal.demo import load_words
from portal.demo.accounts import load_accounts, told
from portal.demo.site import load_site


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="Only when it is not there.")
        parser.add_argument("--real-only", action="store_true", help="Nothing that is invented.")
        parser.add_argument("--accounts", action="store_true", help="Only print the accounts.")

    def handle(self, *args, if_empty=False, accounts=False, real_only=False, **options):
        if accounts:
            self.stdout.write("\n".join(told()))
        elif not (if_empty and self._stands()):
            site = "site" if real_only else "demonstration site"
            self.stdout.write(f"Building the {site} (about a minute)…")
            self._build(invented=not real_only)
            self.stdout.write(self.style.SUCCESS(f"The {site} is ready."))

    def _stands(self) -> bool:
        """The home page is built last, so a build that was interrupted is taken up again."""
        return apps.get_model("home", "TerritoryStoryPage").objects.exists()

    @transaction.atomic
    def _build(self, invented: bool) -> None:
        load_words()
        home_pages = load_site(invented)
        load = {
            room: import_string(f"{room}.demo.load")
            for room in ("guides", "mediation", "events", "participation", "home")
        }
        self._say("guides")
        load["guides"](home_pages)
        self._say("mediation")
        load["mediation"](home_pages, invented)
        self._say("events")
        editions = load["events"](home_pages, invented)
        self._say("participation")
        load["participation"](home_pages["fr"], editions, invented)
        self._say("home")
        load["home"](home_pages, editions, invented)
        if invented:
            load_accounts()
        cache.clear()

    def _say(self, room: str) -> None:
        self.stdout.write(f"  {room}…")
        self.stdout.flush()
