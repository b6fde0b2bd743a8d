"""The benchmark's site with its files collected and packed, as nginx hands them out."""

from tools.bench.settings import *
from tools.bench.settings import STORAGES

WHITENOISE_USE_FINDERS = False
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
