"""Reads places of the national schema and shows what would change; writes only with --commit."""

from functools import partial
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from mediation import exchange, reporting
from mediation.applying import apply
from mediation.importing import Plan, plan
from mediation.models import PlaceIndexPage
from mediation.opendata import FileError, read
from portal.progress import with_progress


class Command(BaseCommand):
    help = "Imports places (national CSV, JSON or GeoJSON): shows new, changed, gone, refused."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--commit", action="store_true", help="write, in one transaction")

    def handle(self, *args, file: Path, commit: bool, **options):
        with translation.override("fr"):
            found = self._plan(file)
            self._tell(found)
            if not commit:
                self.stdout.write(
                    translation.gettext("Nothing was written. Add --commit to write.")
                )
            elif not found.empty:
                apply(found, self._index(), partial(with_progress_here, stream=self.stdout))
                self.stdout.write(self.style.SUCCESS(translation.gettext("Written.")))

    def _plan(self, file: Path) -> Plan:
        known = list(exchange.known_places())
        try:
            with file.open("rb") as stream:
                return plan(read(stream), known)
        except FileError as error:
            raise CommandError(reporting.refused_file(error)) from error
        except OSError as error:
            raise CommandError(str(error)) from error

    def _tell(self, found: Plan) -> None:
        for title, lines in reporting.sections(found):
            self.stdout.write(self.style.MIGRATE_HEADING(title))
            for line in lines:
                self.stdout.write(f"  {line}")
        self.stdout.write(self.style.MIGRATE_HEADING(translation.gettext("In short")))
        for words, number in reporting.summary(found):
            self.stdout.write(f"  {number:>6}  {words}")

    def _index(self) -> PlaceIndexPage:
        index = PlaceIndexPage.objects.filter(locale__language_code="fr").first()
        if index is None:
            raise CommandError(translation.gettext("There is no directory of places yet."))
        return index


def with_progress_here(lines, total, *, stream):
    return with_progress(lines, total, translation.gettext("writing"), stream)
