"""Every address: what has one for all languages, then what lives under /fr/ and /br/."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from portal import front_door, health
from portal.routing import serve
from portal.sitemaps import sitemap

urlpatterns = [
    path("", front_door.choose_language, name="front_door"),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
    path("robots.txt", front_door.robots, name="robots"),
    path(".well-known/security.txt", front_door.security_contact, name="security_contact"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("mediation.root_urls")),
    path("", include("guides.urls")),
]
if settings.DEBUG:
    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)
urlpatterns += i18n_patterns(
    path("", include("portal.search.urls")),
    path("", include("portal.privacy_urls")),
    path("", include("portal.translation.urls")),
    path("", include("mediation.urls")),
    path("", include("participation.urls")),
    path("", include("events.space.urls")),
    path("", include("events.bookings.urls")),
    path("", include("events.urls")),
    # Wagtail's own addresses (a page behind a password) begin with an underscore.
    re_path(r"^((?:(?!_)[\w\-]+/)*)$", serve),
    path("", include(wagtail_urls)),
)
