"""Posting a message and sending what waits. Posting writes a row: no visitor waits for mail."""

import logging
import smtplib
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import IntegrityError, transaction
from django.dispatch import Signal
from django.utils.translation import override

from portal.messages import default_words, filled
from portal.models.messages import MessageTemplate
from portal.models.outbox import OutgoingMessage

logger = logging.getLogger(__name__)
# Sent before each round: whoever has news to post (reminders, changed dates) posts it now.
before_sending = Signal()


def compose(kind: str, language: str, values: Mapping[str, str]) -> tuple[str, str]:
    """Subject and plain text of a message, in the editors' words where they wrote some."""
    written = MessageTemplate.objects.filter(kind=kind, language=language).first()
    with override(language):
        subject, body = (written.subject, written.body) if written else default_words(kind)
    return filled(subject, values), filled(body, values)


def post(key: str, recipient: str, subject: str, body: str, calendar: str = "") -> bool:
    """Writes a message to be sent; call it inside the transaction of the change it tells of.

    `key` is the identity of the news (« booking:…:confirmed »): posting it again does nothing and
    answers False. `calendar` is the text of an .ics file to attach.
    """
    try:
        with transaction.atomic():
            OutgoingMessage.objects.create(
                key=key,
                recipient=recipient,
                subject=" ".join(subject.split())[:200],
                body=body,
                calendar=calendar,
            )
    except IntegrityError:
        return False
    return True


def withdraw(prefix: str) -> int:
    """Takes back what is not sent yet, when what it tells of was erased; how many."""
    return OutgoingMessage.objects.filter(key__startswith=prefix, sent_at=None).delete()[0]


def send_due(limit: int = 200) -> tuple[int, int]:
    """Sends what is due; how many were sent, and how many must be tried again.

    Two senders may run at once: a message is claimed before it is sent.
    """
    return _send(OutgoingMessage.objects.due().order_by("due_at", "pk")[:limit])


def send_now(key: str) -> None:
    """Sends the message somebody waits for, before its turn; one that fails is due again later."""
    _send(OutgoingMessage.objects.due().filter(key=key))


def _send(messages: Iterable[OutgoingMessage]) -> tuple[int, int]:
    sent = failed = 0
    for message in messages:
        if not OutgoingMessage.objects.claim(message):
            continue
        message.attempts += 1
        try:
            _mail(message).send()
        except OSError as error:
            failed += 1
            message.mark_failed(type(error).__name__)
            logger.warning("message not sent", extra={"key": message.key, "try": message.attempts})
            if not isinstance(error, smtplib.SMTPException):
                break  # the mail server is away: the others keep their turn
        else:
            sent += 1
            message.mark_sent()
    return sent, failed


def _mail(message: OutgoingMessage) -> EmailMessage:
    """The same Message-ID at every try, so that a mail server which took it drops a second copy."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    mail = EmailMessage(
        subject=message.subject,
        body=message.body,
        to=[message.recipient],
        headers={
            "Message-ID": f"<outbox-{message.pk}@{domain}>",
            "Auto-Submitted": "auto-generated",
        },
        connection=get_connection(timeout=getattr(settings, "EMAIL_TIMEOUT", None) or 10),
    )
    if message.calendar:
        mail.attach("date.ics", message.calendar, "text/calendar")
    return mail
