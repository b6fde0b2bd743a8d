"""Adds the messages of the code to the French and Breton catalogues, and says what is missing."""

from django.core.management.base import BaseCommand, CommandError

from portal import catalogues


class Command(BaseCommand):
    help = "Brings the translation catalogues up to date and counts what is not translated."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("app", nargs="*", help="only these apps")
        parser.add_argument("--missing", action="store_true", help="list what is missing")
        parser.add_argument("--prune", action="store_true", help="remove what the code left")
        parser.add_argument("--check", action="store_true", help="write nothing, fail if missing")

    def handle(self, *, app, missing, prune, check, **options):
        total = 0
        for name in app or catalogues.app_names():
            wanted = catalogues.messages_of(name)
            for language in catalogues.LANGUAGES:
                catalogue = catalogues.open_catalogue(name, language)
                if not check:
                    self.update(catalogue, wanted, prune, name, language)
                total += self.report(f"{name} {language}", catalogue, wanted, missing or check)
        if check and total:
            raise CommandError(f"{total} words to translate: manage.py words, then fill them in.")

    def update(self, catalogue, wanted, prune, name, language):
        catalogues.merge(catalogue, wanted, catalogues.plural_count(language))
        if prune:
            catalogues.prune(catalogue, wanted)
        if catalogue:
            catalogues.save(catalogue, catalogues.catalogue_path(name, language))

    def report(self, title, catalogue, wanted, listed):
        faults = list(catalogues.faults(catalogue, wanted))
        if faults or not listed:
            self.stdout.write(f"{title}: {len(catalogue)} words, {len(faults)} to do")
        for fault in faults if listed else []:
            self.stdout.write(f"  {fault}")
        return len(faults)
