"""Brings in a partner's calendar: shows the difference, writes it with --commit."""

import logging
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from events.imports.applying import write
from events.imports.difference import Change, difference
from events.imports.errors import CalendarError
from events.imports.fetch import MOST_BYTES, fetch
from events.imports.reading import read
from events.models import CalendarSource

logger = logging.getLogger(__name__)
SIGNS = {"new": "+", "changed": "~", "gone": "-", "refused": "!", "same": "="}


class Command(BaseCommand):
    help = "Shows what an iCalendar file or address would change, and writes it with --commit."

    def add_arguments(self, parser):
        parser.add_argument("calendar", nargs="?", help="a file, or an https:// address")
        parser.add_argument("--source", help="name of the source; by default the address or file")
        parser.add_argument("--refresh", action="store_true", help="the sources to refresh nightly")
        parser.add_argument("--commit", action="store_true", help="write, in one transaction")
        parser.add_argument("--cancel-gone", action="store_true", help="cancel what has gone there")
        parser.add_argument("--drafts", action="store_true", help="new events wait as drafts")

    def handle(self, *, calendar, source, refresh, commit, cancel_gone, drafts, **options):
        if refresh:
            self._refresh(commit, cancel_gone)
        elif calendar:
            name = (source or calendar)[:120]
            known = CalendarSource.objects.filter(name=name).first() or CalendarSource(name=name)
            self._bring_in(known, calendar, commit, cancel_gone, publish=not drafts)
        else:
            raise CommandError("Give a file or an address, or --refresh.")

    def _refresh(self, commit, cancel_gone):
        """Each source to refresh; one that fails is named at the end, and stops no other."""
        sources = CalendarSource.objects.filter(refresh=True).exclude(address="")
        failed = [one.name for one in sources if not self._refreshed(one, commit, cancel_gone)]
        if failed:
            raise CommandError(f"Not refreshed: {', '.join(failed)}.")

    def _refreshed(self, source, commit, cancel_gone) -> bool:
        try:
            self._bring_in(source, source.address, commit, cancel_gone, publish=False)
        except CommandError as error:
            self.stderr.write(f"{source.name}: {error}")
        except Exception:  # whatever one partner sends, the others are refreshed
            logger.exception("%s could not be brought in", source.name)
        else:
            return True
        return False

    def _bring_in(self, source, calendar, commit, cancel_gone, *, publish):
        """Shows the difference and, when asked, writes it. Raises CommandError."""
        try:
            changes = self._changes(source, calendar)
            if commit:
                self._write(source, changes, publish=publish, cancel_gone=cancel_gone)
            else:
                self.stdout.write("Nothing was written. Add --commit to write.")
        except CalendarError as error:
            raise CommandError(str(error.message)) from error

    def _changes(self, source, calendar: str) -> list[Change]:
        reading = read(self._content(calendar), timezone.localdate())
        for note in reading.notes:
            self.stdout.write(f"! {note}")
        changes = difference(source, reading.series)
        for change in changes:
            self._say(change)
        return changes

    def _write(self, source, changes, **how):
        if source.pk is None:
            source.save()
        done = write(source, changes, **how)
        self.stdout.write(f"Written: {dict(done) or 'nothing'}.")

    def _content(self, calendar: str) -> bytes:
        if calendar.startswith(("https:", "http:", "webcal:")):
            return fetch(calendar)
        path = Path(calendar)
        try:
            if path.stat().st_size > MOST_BYTES:
                raise CommandError("This calendar is larger than 5 megabytes.")
            return path.read_bytes()
        except OSError as error:
            raise CommandError(f"This file cannot be read: {calendar}") from error

    def _say(self, change: Change) -> None:
        if change.kind == "same" and not change.locked:
            return
        why = change.reason or change.when
        self.stdout.write(f"{SIGNS[change.kind]} {change.title}: {why}")
        for name in change.fields:
            self.stdout.write(f"    {name}")
        for name in change.locked:
            self.stdout.write(f"    {name}: locked, edited here")
