"""Loads a backup, checks every row and file, and erases again what people had erased since."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from portal.backups import BackupError, read_journal, restore
from portal.privacy import forget


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)
        parser.add_argument("--replace", action="store_true", help="lose what the database holds")

    def handle(self, *args, folder: Path, replace: bool, **options):
        try:
            faults = restore(folder, replace=replace)
        except BackupError as fault:
            raise CommandError(str(fault)) from fault
        known = read_journal()  # whatever is amiss, nobody who was erased comes back
        erased = sum(forget().values())
        again = f"{known} erasures of the journal taken in, {erased} rows erased again."
        if faults:
            raise CommandError(f"Not as it was backed up: {', '.join(faults)}. {again}")
        self.stdout.write(
            f"Every row and file is as it was backed up. {again} Now run: manage.py migrate"
        )
