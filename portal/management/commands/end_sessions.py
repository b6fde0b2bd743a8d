"""Signs out one account, or everybody: after a lost telephone, or a stolen one."""

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand, CommandError

from portal.sign_in import end_sessions


class Command(BaseCommand):
    help = "Ends the sessions of one account (its e-mail), or those of everybody (--everybody)."

    def add_arguments(self, parser):
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument("email", nargs="?", help="the account's e-mail")
        whose.add_argument("--everybody", action="store_true")
        parser.add_argument(
            "--second-factor", action="store_true", help="and removes the second factor, too"
        )

    def handle(self, *args, email=None, everybody=False, second_factor=False, **options):
        if second_factor:
            Authenticator.objects.filter(user__in=self._accounts(email)).delete()
        if everybody:
            number = Session.objects.all().delete()[0]
        else:
            number = sum(end_sessions(person) for person in self._accounts(email))
        self.stdout.write(f"{number} sessions ended")

    def _accounts(self, email):
        people = get_user_model().objects.filter(email__iexact=email or "")
        if not email or not people:
            raise CommandError(f"No account has the e-mail {email}.")
        return people
