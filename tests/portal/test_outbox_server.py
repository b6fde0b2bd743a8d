"""The mail server refuses, then hangs, for ten minutes: nobody waits, each message comes once."""

import datetime as dt
import socket
import time
from contextlib import contextmanager

import pytest
import time_machine
from django.db import transaction

from portal.models.outbox import OutgoingMessage
from portal.outbox import post, send_due
from tests.mail_server import MailServer

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def server(settings):
    server = MailServer()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.EMAIL_TIMEOUT = 0.3
    yield server
    server.door.close()


@contextmanager
def refusing(settings):
    """Nobody listens at this port."""
    known = settings.EMAIL_PORT
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = closed.getsockname()[1]
        yield
    settings.EMAIL_PORT = known


def write(number: int) -> None:
    with transaction.atomic():
        post(
            f"booking:{number}:confirmed", "jeanne@example.org", "Votre place", f"Numéro {number}."
        )


def test_ten_bad_minutes_lose_nothing_and_send_nothing_twice(server, settings):
    with time_machine.travel(NOW, tick=True) as clock:
        with refusing(settings):
            write(1)
            assert send_due() == (0, 1)
        server.mood = "hanging"
        clock.shift(dt.timedelta(minutes=5))
        write(2)
        started = time.monotonic()
        assert send_due()[0] == 0
        assert time.monotonic() - started < 3  # one wait, then the others keep their turn
        server.mood = "well"
        for _minute in range(30):
            clock.shift(dt.timedelta(minutes=1))
            send_due()
    said = b"".join(server.received).decode()
    assert len(server.received) == 2
    assert said.count("Numéro 1.") + said.count("Num=C3=A9ro 1.") == 1
    assert OutgoingMessage.objects.due().count() == 0


def test_writing_a_message_opens_no_door(server, settings):
    with refusing(settings):
        started = time.monotonic()
        for number in range(50):
            write(number)
        assert time.monotonic() - started < 2
    assert server.received == []
