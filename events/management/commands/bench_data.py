"""Fills a database with dated rows of realistic spread, to measure the calendar; deterministic."""

import time

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from wagtail.models import Page

from events.bench import fill
from events.models import CalendarPage


class Command(BaseCommand):
    help = "Adds N dates on N/10 events (with Breton twins for a fifth), the same for a same seed."

    def add_arguments(self, parser):
        parser.add_argument("--occurrences", type=int, default=10_000)
        parser.add_argument("--seed", type=int, default=1)
        parser.add_argument("--no-index", action="store_true", help="leave the search index alone")

    def handle(self, *, occurrences, seed, no_index, **options):
        calendars = {page.locale.language_code: page for page in CalendarPage.objects.all()}
        if "fr" not in calendars:
            raise CommandError("There is no calendar page: run « manage.py demo » first.")
        began = time.perf_counter()
        made = fill(calendars, occurrences, seed, index=not no_index)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # as PostgreSQL does by itself, a minute later
        seconds = time.perf_counter() - began
        total = Page.objects.count()
        self.stdout.write(f"{made} dates in {seconds:.1f} s; the site has {total} pages.")
