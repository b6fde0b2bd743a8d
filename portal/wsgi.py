"""The door for gunicorn: `gunicorn portal.wsgi`, on the production settings."""

import os

from django.core.wsgi import get_wsgi_application

from portal.read_ahead import read_ahead
from portal.stack import roomy

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.production")
application = roomy(get_wsgi_application())
read_ahead()
