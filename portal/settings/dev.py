"""`make run`: on this machine only, readable errors, mail on the screen."""

from portal.settings.base import *
from portal.settings.base import MIDDLEWARE, VAR

DEBUG = True
PAGE_CACHE_SECONDS = 0
SECRET_KEY = "only-for-this-machine-" + "x" * 40
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
INTERNAL_IPS: list[str] = []
# Style and drawings are compressed on the way, as production keeps them compressed.
MIDDLEWARE.insert(0, "portal.compression.Compression")
VAR.mkdir(parents=True, exist_ok=True)
