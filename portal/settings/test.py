"""The tests: fast, closed to the world, and with nothing left to chance."""

import os

import dj_database_url

from portal.settings.base import *
from portal.settings.base import STATIC_ROOT, VAR

SECRET_KEY = "only-for-the-tests-" + "x" * 40
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
AXES_ENABLED = False
PAGE_CACHE_SECONDS = 0  # tests/portal/test_page_cache.py sets it
FORGET_ON_FIRST_REQUEST = False  # else a test would count its queries
MEDIA_ROOT = VAR / "test" / "media"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns when it is not there
# tools/test.py runs every test on both: TEST_DATABASE says which side this process is.
if os.environ.get("TEST_DATABASE", "sqlite") == "postgres":
    DATABASES["default"] = dj_database_url.parse(os.environ["TEST_DATABASE_URL"])
