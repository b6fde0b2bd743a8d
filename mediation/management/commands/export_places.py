"""Writes the places on the standard output, valid against the national schema."""

from django.core.management.base import BaseCommand

from mediation.publishing import FORMATS, published


class Command(BaseCommand):
    help = "Exports the places shown to the public, in the national schema."

    def add_arguments(self, parser):
        parser.add_argument("--format", choices=list(FORMATS), default="csv")

    def handle(self, *args, **options):
        self.stdout.write(published(options["format"]), ending="")
