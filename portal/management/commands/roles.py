"""Makes the groups of those who run the portal, with their rights; safe to run again."""

from django.core.management.base import BaseCommand

from portal.roles import RIGHTS, make_group


class Command(BaseCommand):
    help = "Makes the groups Editors, Moderators and Mediators with the rights of their jobs."

    def handle(self, *args, **options):
        for name in RIGHTS:
            count = make_group(name).permissions.count()
            self.stdout.write(f"{name}: {count} rights")
