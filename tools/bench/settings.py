"""The benchmark's site: as in production, on this machine; `BENCH_PAGE_CACHE` keeps pages."""

import os

from portal.settings.dev import *

DEBUG = False
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
PAGE_CACHE_SECONDS = int(os.environ.get("BENCH_PAGE_CACHE", "0"))
FORGET_ON_FIRST_REQUEST = False
ROOT_URLCONF = "tools.bench.urls"
LOGGING_CONFIG = None
if mail_port := os.environ.get("BENCH_MAIL_PORT"):
    EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    EMAIL_HOST, EMAIL_PORT, EMAIL_TIMEOUT = "127.0.0.1", int(mail_port), 3
