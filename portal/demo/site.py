"""The two home pages and the site around them."""

from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from wagtail.models import Locale, Page, Site

from portal.models import PortalSettings

TITLE = "Le numérique, pas à pas"
# France services, Pimms Médiation in Lorient (national open data): a person answers there.
PHONE = "02 97 35 68 68"


def load_site(invented: bool = True) -> dict[str, Page]:
    """The home pages by language; Wagtail's first page makes way for ours."""
    locales = {code: Locale.objects.get_or_create(language_code=code)[0] for code in ("fr", "br")}
    model = apps.get_model("home", "HomePage")
    home = model.objects.filter(locale=locales["fr"]).first() or _first_home(model, locales["fr"])
    if not home.has_translation(locales["br"]):
        home.copy_for_translation(locales["br"], alias=True)
    site = _site(home)
    PortalSettings.objects.get_or_create(site=site, defaults={"demo": invented, "phone": PHONE})
    return {"fr": home, "br": home.get_translation(locales["br"]).specific}


def _site(home: Page) -> Site:
    """The default site at BASE_URL, for addresses on paper and in feeds; a corrected one stays."""
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if site.hostname in ("", "localhost"):  # as Wagtail's first migration leaves it
        here = urlsplit(settings.BASE_URL)
        site.hostname = here.hostname
        site.port = here.port or (443 if here.scheme == "https" else 80)
    site.root_page = home
    site.site_name = site.site_name or TITLE
    site.save()
    return site


def _first_home(model: type[Page], locale: Locale) -> Page:
    root = Page.get_first_root_node()
    for welcome in root.get_children().filter(slug="home"):
        if welcome.specific_class is Page:
            Site.objects.filter(root_page=welcome).update(root_page=root)
            welcome.delete()
    root = Page.get_first_root_node()
    return root.add_child(instance=model(title=TITLE, slug="accueil", locale=locale))
