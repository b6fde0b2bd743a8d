"""Erases personal data that is past its date in the register (portal/privacy.py)."""

from django.core.management.base import BaseCommand

from portal.privacy import forget


class Command(BaseCommand):
    help = "Erases personal data that is past its date in the register."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="only count what would go")

    def handle(self, *args, dry_run, **options):
        for key, count in forget(dry_run=dry_run).items():
            self.stdout.write(f"{key}: {count} {'to erase' if dry_run else 'erased'}")
