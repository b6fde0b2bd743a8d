"""Compiles the catalogues that changed into the form Django reads; needs no gettext program."""

from django.core.management.base import BaseCommand

from portal.catalogues import compile_changed


class Command(BaseCommand):
    help = "Compiles the translation catalogues that changed."
    requires_system_checks = []

    def handle(self, **options):
        for path in compile_changed():
            self.stdout.write(f"compiled {path.relative_to(path.parents[4])}")
