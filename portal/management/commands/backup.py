"""Writes a backup under var/backups (or elsewhere), and throws the oldest away."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from portal.backups import MANIFEST, BackupError, back_up


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--to", type=Path, default=Path(settings.VAR) / "backups")
        parser.add_argument("--keep", type=int, default=30, help="how many are kept (30)")

    def handle(self, *args, to: Path, keep: int, **options):
        if keep < 1:
            raise CommandError("--keep: at least 1, the one that is written now.")
        folder = to / f"{timezone.now():%Y-%m-%dT%H%M%S}"
        unfinished = folder.with_suffix(".unfinished")
        try:
            manifest = back_up(unfinished)
        except (BackupError, OSError) as fault:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise CommandError(str(fault)) from fault
        unfinished.rename(folder)
        rows = sum(table["rows"] for table in manifest["tables"].values())
        self.stdout.write(f"{folder}: {rows} rows, {len(manifest['files'])} files")
        backups = sorted(one.parent for one in to.glob(f"*/{MANIFEST}") if not one.parent.suffix)
        for old in backups[:-keep]:
            shutil.rmtree(old)
