"""The demonstration as a visitor of production sees it: own error pages, compressed files."""

from portal.settings.dev import *

DEBUG = False
WHITENOISE_USE_FINDERS = True
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
