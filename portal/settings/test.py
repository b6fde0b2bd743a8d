from pathlib import Path
BASE_DIR = Path("/tmp/pl")
SECRET_KEY="x"*50; DEBUG=True; ALLOWED_HOSTS=["*"]; TESTING=True
INSTALLED_APPS=["home","mediation","portal","wagtail_localize","wagtail_localize.locales","wagtail.contrib.settings","wagtail.contrib.redirects","wagtail.contrib.routable_page","wagtail.embeds","wagtail.sites","wagtail.users","wagtail.snippets","wagtail.documents","wagtail.images","wagtail.search","wagtail.admin","wagtail","modelcluster","taggit","django.contrib.auth","django.contrib.contenttypes","django.contrib.sessions","django.contrib.messages","django.contrib.staticfiles"]
MIDDLEWARE=["django.contrib.sessions.middleware.SessionMiddleware","django.middleware.locale.LocaleMiddleware","django.middleware.common.CommonMiddleware","django.contrib.auth.middleware.AuthenticationMiddleware","django.contrib.messages.middleware.MessageMiddleware"]
ROOT_URLCONF="portal.urls"
TEMPLATES=[{"BACKEND":"django.template.backends.django.DjangoTemplates","DIRS":[BASE_DIR/"templates"],"APP_DIRS":True,"OPTIONS":{"context_processors":["django.template.context_processors.request","django.contrib.auth.context_processors.auth","django.contrib.messages.context_processors.messages","portal.ctx_stub.portal"]}}]
DATABASES={"default":{"ENGINE":"django.db.backends.sqlite3","NAME":BASE_DIR/"var/db.sqlite3"}}
LANGUAGE_CODE="fr"; LANGUAGES=[("fr","Français"),("br","Brezhoneg")]; WAGTAIL_CONTENT_LANGUAGES=LANGUAGES; WAGTAIL_I18N_ENABLED=True; USE_I18N=True; USE_TZ=True; TIME_ZONE="Europe/Paris"
FORMAT_MODULE_PATH=["portal.formats"]
LOCALE_PATHS=["/work/main/mediation/locale","/work/main/portal/locale"]
STATIC_URL="/static/"; STATICFILES_DIRS=["/work/main/static"]; STATIC_ROOT=BASE_DIR/"var/static"; MEDIA_ROOT=BASE_DIR/"var/media"; MEDIA_URL="/media/"
DEFAULT_AUTO_FIELD="django.db.models.AutoField"
WAGTAIL_SITE_NAME="x"; WAGTAILADMIN_BASE_URL="http://127.0.0.1:8105"; WAGTAILIMAGES_IMAGE_MODEL="portal.Illustration"
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE=False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "portal.search.backend"}}
BASE_URL="http://127.0.0.1:8105"
