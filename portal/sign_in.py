"""What wrong passwords are counted by: one account, tried from one address.

The admin's form calls the account « username », the space's form « login », allauth « email ».
Under one name for all, five tries against one account never close the form to the others, nor
close that account for an hour to who sits elsewhere. The space's form has a second brake, that of
allauth: five tries in five minutes for one account, from anywhere. A code by e-mail always opens.
"""

import datetime as dt
import logging
from collections.abc import Mapping
from typing import Any

from axes.models import AccessAttempt
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.utils import timezone

logger = logging.getLogger(__name__)
NAMES = ("username", "email", "login")


def account_typed(request: HttpRequest, credentials: Mapping[str, Any] | None = None) -> str | None:
    """The account somebody tries to open, in small letters; None when none was typed."""
    typed = credentials or request.POST
    return next((str(typed[name]).strip().lower() for name in NAMES if typed.get(name)), None)


def note(sender: Any, user: Any, **_about: Any) -> None:
    """Writes in the journal that an account was opened: its number, no name and no address."""
    logger.info("signed in", extra={"account": user.pk})


def factor_changed(
    sender: Any, request: HttpRequest, user: Any, authenticator: Any, **_about: Any
) -> None:
    """Notes that an account won or lost a second factor, and signs it out everywhere else."""
    logger.info("second factor: %s", authenticator.type, extra={"account": user.pk})
    end_sessions(user, but=request.session.session_key)


def renew_session(sender: Any, request: HttpRequest, **_about: Any) -> None:
    """The code was right: what the cookie said until now opens nothing any more."""
    request.session.cycle_key()


def sessions_of(user: Any) -> list[Session]:
    """Where somebody is signed in; only mediators and editors have sessions, so they are few."""
    proof = user.get_session_auth_hash()
    alive = Session.objects.filter(expire_date__gt=timezone.now())
    return [one for one in alive if _belongs(one.get_decoded(), user, proof)]


def end_sessions(user: Any, but: str | None = "") -> int:
    """Signs somebody out everywhere, `but` in one session; gives how many ended."""
    ended = [one.session_key for one in sessions_of(user) if one.session_key != but]
    logger.info("sessions ended: %d", len(ended), extra={"account": user.pk})
    return Session.objects.filter(session_key__in=ended).delete()[0]


def _belongs(said: Mapping[str, Any], user: Any, proof: str) -> bool:
    """A session from before a change of password is over, though its row is still there."""
    return said.get(SESSION_KEY) == str(user.pk) and said.get(HASH_SESSION_KEY) == proof


def erase_tries(before: dt.datetime) -> int:
    """Deletes the wrong passwords counted before a moment, and the sessions that are over."""
    tries = AccessAttempt.objects.filter(attempt_time__lt=before)
    over = Session.objects.filter(expire_date__lt=timezone.now())
    return tries.delete()[0] + over.delete()[0]
