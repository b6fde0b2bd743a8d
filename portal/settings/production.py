"""Production: locked down, and it refuses to start when something it needs is missing."""

import os
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from portal.settings.base import *
from portal.settings.base import STORAGES


def needed(name: str) -> str:
    """The value of an environment variable, or a sentence that says what to do."""
    if value := os.environ.get(name, "").strip():
        return value
    raise ImproperlyConfigured(
        f"{name} is missing: set it in the environment, see docs/deploying.md."
    )


SECRET_KEY = needed("SECRET_KEY")
ALLOWED_HOSTS = [host.strip() for host in needed("ALLOWED_HOSTS").split(",")]
BASE_URL = WAGTAILADMIN_BASE_URL = needed("BASE_URL")
needed("DATABASE_URL")
CSRF_TRUSTED_ORIGINS = [BASE_URL]

mail = urlsplit(os.environ.get("EMAIL_URL", "smtp://127.0.0.1:25"))
EMAIL_HOST, EMAIL_PORT = mail.hostname or "127.0.0.1", mail.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(mail.username or ""), unquote(mail.password or "")
EMAIL_USE_SSL, EMAIL_USE_TLS = mail.scheme == "smtps", mail.scheme == "smtp+tls"

SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 63_072_000  # two years
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"

# Those who may edit sign in with a code of their telephone, too. "0" only for a closed trial.
STAFF_SECOND_FACTOR = os.environ.get("STAFF_SECOND_FACTOR", "1") != "0"

STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
