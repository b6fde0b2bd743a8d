"""What every installation shares. The environment decides the rest: see docs/deploying.md."""

import os
from importlib.util import find_spec
from pathlib import Path

import dj_database_url

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))

DEBUG = False
BASE_URL = os.environ.get("BASE_URL", "http://127.0.0.1:8000")
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"

INSTALLED_APPS = [
    "home",
    "participation",
    "events",
    "guides",
    "mediation",
    "portal",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.page_cache.PageCache",
    "portal.compression.Compression",
    "portal.weight.PageWeight",
    "csp.middleware.CSPMiddleware",
    "portal.away.DatabaseAway",
    "portal.headers.PolicyHeaders",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "portal.second_factor.SecondFactor",
    "portal.trail.ExportTrail",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.context_processors.portal",
            ]
        },
    }
]
FORMS_URLFIELD_ASSUME_HTTPS = True  # as Django 6 does by itself
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Database: the embedded one unless DATABASE_URL names a PostgreSQL (psycopg2).
DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{VAR / 'portal.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["ENGINE"] = "portal.sqlite3"
    DATABASES["default"]["OPTIONS"] = {
        # Writers wait for each other instead of failing, and readers never wait.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }

REDIS_URL = os.environ.get("REDIS_URL", "")
CACHES = {
    "default": {"BACKEND": "portal.cache.FailOpenRedis", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}

# Whole pages are kept for visitors this long, unless something they show changes (0: never).
PAGE_CACHE_SECONDS = int(os.environ.get("PAGE_CACHE_SECONDS", "60"))

# Languages: French is the source, Breton its twin.
LANGUAGE_CODE = "fr"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("fr", "Français"), ("br", "Brezhoneg")]
WAGTAIL_I18N_ENABLED = USE_I18N = USE_TZ = True
TIME_ZONE = "Europe/Paris"
LOCALE_PATHS = [
    BASE_DIR / app / "locale"
    for app in ("portal", "home", "participation", "events", "guides", "mediation")
]
FORMAT_MODULE_PATH = ["portal.formats"]

# Another territory: one data file, and its own drawing (docs/another-territory.md).
TERRITORY_FILE = os.environ.get("TERRITORY_FILE") or None
TERRITORY_MAP = os.environ.get("TERRITORY_MAP") or None

# The movable map stands on our own drawing, unless tiles of a host are named:
# https://host/{z}/{x}/{y}.png. Then the button says where the picture comes from.
MAP_TILES_URL = os.environ.get("MAP_TILES_URL", "")
TILES_ORIGIN = [origin] if (origin := MAP_TILES_URL.partition("/{")[0]) else []
MAP_TILES_CREDIT = os.environ.get("MAP_TILES_CREDIT", "© OpenStreetMap")

# Files: sources in static/, everything written under var/.
STATIC_URL = "/static/"
# Leaflet comes from a package, as files only: its app would bring tiles of others.
LEAFLET = Path(find_spec("leaflet").origin).parent / "static" / "leaflet"
STATICFILES_DIRS = [BASE_DIR / "static", ("leaflet", LEAFLET)]
STATIC_ROOT = VAR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a comic of eight frames has many small fields

# What the catalogue of open data names, a function of a request each.
OPEN_DATA = (
    "mediation.open_data_views.places_dataset",
    "events.open_data.dates_dataset",
    "mediation.network.open_data.actors_dataset",
)

# Wagtail
WAGTAIL_SITE_NAME = "Le numérique, pas à pas"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = [("fr", "Français")]  # Wagtail has no Breton catalogue
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAILIMAGES_IMAGE_MODEL = "portal.Illustration"
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.pictures.IllustrationForm"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "avif"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "portal.uploads.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["pdf", "odt", "ods", "csv", "docx", "xlsx", "txt"]
# Pages and documents are closed to people, not by a shared password: that one is kept in clear.
WAGTAIL_PRIVATE_PAGE_OPTIONS = WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False  # else French would be published as Breton
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.search.backend"}}

# Signing in: the mediators' space by allauth, closed to newcomers; attempts are counted.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": name}
    for name in (
        "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "django.contrib.auth.password_validation.MinimumLengthValidator",
        "django.contrib.auth.password_validation.CommonPasswordValidator",
        "portal.passwords.WordsOfHere",
    )
]
ACCOUNT_ADAPTER = "events.space.accounts.SpaceAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
MFA_ADAPTER = "portal.sealed_factors.SealedFactors"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
STAFF_SECOND_FACTOR = False  # production turns it on
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # before an e-mail or a password changes
LOGIN_URL = "account_login"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 1  # hour
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "portal.sign_in.account_typed"
AXES_CLIENT_IP_CALLABLE = "portal.network.address_of"
AXES_LOCKOUT_TEMPLATE = "account/locked.html"
AXES_SENSITIVE_PARAMETERS = ["username", "email", "login", "ip_address"]  # in the kept form
AXES_DISABLE_ACCESS_LOG = True  # who signed in, from where and when: nobody needs it kept
SESSION_COOKIE_AGE = 7 * 24 * 3600
# A message of the site to who is signed in stays in the session: one cookie less.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Personal data past its date goes by a timer, and after the first answer of a day.
FORGET_ON_FIRST_REQUEST = True

# Mail
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "portail@localhost")
SECURITY_CONTACT = os.environ.get("SECURITY_CONTACT", DEFAULT_FROM_EMAIL)  # security.txt

# Behind a proxy, how many of them set X-Forwarded-For.
TRUSTED_PROXIES = ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("TRUSTED_PROXIES", "0"))
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

# The public site: nothing inline, nothing foreign. The admin has its own (portal/headers.py).
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:", *TILES_ORIGIN],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "portal.logs.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"portal": {"level": "INFO"}},  # how many rows were erased, for one
}
