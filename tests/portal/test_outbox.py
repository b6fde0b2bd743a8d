"""A message is a row of the change it tells of; it leaves later and once, whatever happens."""

import datetime as dt
import smtplib
from unittest.mock import patch

import pytest
import time_machine
from django.core import mail
from django.db import transaction
from django.utils import timezone

from portal.models.outbox import OutgoingMessage
from portal.outbox import post, send_due, send_now, withdraw

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 11, 24, 9, 0, tzinfo=dt.UTC)


def write(key="booking:1:confirmed"):
    return post(key, "jeanne@example.org", "Votre place", "Bonjour", "BEGIN:VCALENDAR")


def test_posting_sends_nothing_and_sending_sends_once():
    write()
    assert mail.outbox == []
    assert send_due() == (1, 0)
    assert send_due() == (0, 0)
    (sent,) = mail.outbox
    assert sent.to == ["jeanne@example.org"]
    assert sent.attachments[0][0] == "date.ics"


def test_what_somebody_waits_for_passes_all_that_is_due():
    for number in range(6):
        write(f"news:{number}")
    post("code", "nadia@example.org", "Votre code", "…")
    send_now("code")
    assert [sent.to for sent in mail.outbox] == [["nadia@example.org"]]


def test_what_somebody_waits_for_is_tried_again_when_the_mail_server_is_away():
    post("code", "nadia@example.org", "Votre code", "…")
    with patch("django.core.mail.EmailMessage.send", side_effect=TimeoutError):
        send_now("code")
    OutgoingMessage.objects.update(due_at=timezone.now())
    assert send_due() == (1, 0)


def test_the_same_news_is_written_once():
    assert write()
    assert not write()
    assert OutgoingMessage.objects.count() == 1


def test_a_change_taken_back_takes_its_message_back():
    with pytest.raises(RuntimeError), transaction.atomic():
        write()
        raise RuntimeError
    assert not OutgoingMessage.objects.exists()


def test_a_sent_message_forgets_whom_and_what():
    write()
    send_due()
    message = OutgoingMessage.objects.get()
    assert (message.recipient, message.body, message.calendar) == ("", "", "")


def test_a_subject_cannot_carry_a_second_header():
    post("k", "a@example.org", "Votre place\nBcc: x@example.org", "…")
    send_due()
    assert mail.outbox[0].subject == "Votre place Bcc: x@example.org"


@pytest.mark.parametrize("fault", [ConnectionRefusedError, TimeoutError, smtplib.SMTPException])
def test_a_mail_server_away_for_an_hour_loses_nothing(fault):
    with time_machine.travel(NOW, tick=False) as clock:
        for number in range(5):
            write(f"news:{number}")
        with patch("django.core.mail.EmailMessage.send", side_effect=fault):
            for _minute in range(60):
                send_due()
                clock.shift(60)
        assert mail.outbox == []
        for _minute in range(90):
            send_due()
            clock.shift(60)
    assert len(mail.outbox) == 5


def test_the_same_message_keeps_its_identity_from_try_to_try():
    write()
    with patch("django.core.mail.EmailMessage.send", side_effect=TimeoutError):
        send_due()
    OutgoingMessage.objects.update(due_at=timezone.now())
    send_due()
    assert mail.outbox[0].extra_headers["Message-ID"].startswith("<outbox-")


def test_after_two_days_the_message_is_given_up_and_forgotten():
    with time_machine.travel(NOW, tick=False) as clock:
        write()
        clock.shift(dt.timedelta(hours=49))
        with patch("django.core.mail.EmailMessage.send", side_effect=TimeoutError):
            send_due()
        clock.shift(dt.timedelta(hours=49))
        assert send_due() == (0, 0)
    message = OutgoingMessage.objects.get()
    assert message.given_up_at
    assert message.recipient == ""


def test_two_senders_at_once_send_one_message():
    write()
    message = OutgoingMessage.objects.get()
    assert OutgoingMessage.objects.claim(message)
    assert not OutgoingMessage.objects.claim(message)
    assert send_due() == (0, 0)


def test_what_was_erased_is_not_written_about():
    write("booking:1:confirmed")
    write("booking:2:confirmed")
    assert withdraw("booking:1:") == 1
    assert OutgoingMessage.objects.get().key == "booking:2:confirmed"
