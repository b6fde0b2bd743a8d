from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail import urls as w
from wagtail.admin import urls as a
urlpatterns=[path("admin/", include(a)), path("",include("mediation.root_urls"))]
urlpatterns+=i18n_patterns(path("", include("portal.search.urls")),path("",include("mediation.urls")),path("", include(w)))
