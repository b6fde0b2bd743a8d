"""Sends the messages that wait; run it every minute, or with --watch beside the server."""

import time

from django.core.management.base import BaseCommand

from portal.outbox import before_sending, send_due


class Command(BaseCommand):
    help = "Sends the messages that wait in the outbox."

    def add_arguments(self, parser):
        parser.add_argument("--watch", action="store_true", help="go on, every 20 seconds")

    def handle(self, *args, watch, **options):
        while True:
            before_sending.send(sender=self.__class__)
            sent, failed = send_due()
            if sent or failed or not watch:
                self.stdout.write(f"{sent} sent, {failed} to try again")
            if not watch:
                return
            time.sleep(20)
