"""Shows that no seat is given twice: a rush for the last seats, then workers killed by -9.

It writes into the database it is given, and takes its dates away again: use a copy.
"""

import datetime as dt
import statistics
import uuid

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from events.bookings.race import kill_workers, rush
from events.models import Occurrence


class Command(BaseCommand):
    help = "Fifty people book the last five seats at once, twenty times; then workers are killed."

    def add_arguments(self, parser):
        parser.add_argument("--people", type=int, default=50)
        parser.add_argument("--seats", type=int, default=5)
        parser.add_argument("--rounds", type=int, default=20)
        parser.add_argument("--kills", type=int, default=15)

    def handle(self, *args, people, seats, rounds, kills, **options):
        played = [self._with_date(seats, lambda date: rush(date, people)) for _n in range(rounds)]
        took = [ms for one in played for ms in one.milliseconds]
        self.stdout.write(
            f"{connection.vendor}: {rounds} rounds of {people} people for {seats} seats\n"
            f"  overbooked {sum(r.overbooked for r in played)}, "
            f"lost {sum(r.lost for r in played)}, "
            f"errors {sum(r.errors for r in played)}, "
            f"every seat given {sum(r.confirmed == seats for r in played)}/{rounds}\n"
            f"  median {statistics.median(took):.0f} ms, "
            f"p95 {statistics.quantiles(took, n=20)[-1]:.0f} ms"
        )
        lost, held, counted = self._with_date(300, lambda date: kill_workers(date, 400, kills))
        self.stdout.write(
            f"  {kills} workers killed: {lost} acknowledged bookings lost, "
            f"{held} seats held, {counted} counted, of 300"
        )
        if lost or held != counted or any(r.overbooked or r.lost or r.errors for r in played):
            raise CommandError("A seat was given twice, or a booking lost.")

    def _with_date(self, seats, play):
        starts_at = timezone.now() + dt.timedelta(days=1)
        ends_at = starts_at + dt.timedelta(hours=2)
        date = Occurrence.objects.create(
            page=Page.get_first_root_node(),
            series=uuid.uuid4(),
            key="race",
            starts_at=starts_at,
            planned_at=starts_at,
            ends_at=ends_at,
            over_at=ends_at,
            capacity=seats,
        )
        try:
            return play(date)
        finally:
            date.delete()
