"""Secrets of second factors, sealed: a copy of the database opens no account.

The key comes from SECRET_KEY, which stands in no backup. Under another key a secret is lost: no
code fits any more, and `manage.py end_sessions <e-mail> --second-factor` lets the person set up a
telephone again.
"""

import base64
import logging
import secrets

from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)


class SealedFactors(DefaultMFAAdapter):
    """allauth asks it before it writes a secret, and after it read one."""

    def encrypt(self, text: str) -> str:
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return _seal().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            logger.warning("a second factor was sealed by another key")
            return base64.b32encode(secrets.token_bytes(20)).decode()  # that no code fits


def _seal() -> Fernet:
    key = salted_hmac("portal.sealed_factors", "key", algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
