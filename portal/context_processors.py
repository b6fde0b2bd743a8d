"""What the frame of every page needs: the human's number, the doors, the twin page."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, gettext, override
from wagtail.models import Page

from portal.addresses import address_of
from portal.models import PortalSettings
from portal.translation.views import propose_url

# (slug of the French page, icon); their names are in _nav
DOORS = ("lieux", "pin"), ("agenda", "calendar"), ("guides", "book"), ("territoire", "boat")
SECTIONS, DESK = "portal.sections", "portal.desk"
BELOW_HOME = 3  # root 1, home pages 2
FOOT = ("plan-du-site", "accessibilite", "mentions-legales", "donnees-personnelles")


def portal(request: HttpRequest) -> dict[str, object]:
    if request.path_info.startswith("/admin/"):
        return {}
    language = get_language() or settings.LANGUAGE_CODE
    page = getattr(request, "shown_page", None)
    sections = _sections()
    # The French page that answers a Breton address: portal/routing.py.
    stands_in = getattr(request, "stands_in", None)
    return {
        "portal_settings": _desk(request),
        "chrome_language": language,
        "search_url": _address("search"),
        "canonical_url": stands_in.full_url
        if stands_in
        else request.build_absolute_uri(request.path),
        "stands_in": stands_in,
        "propose_url": propose_url(stands_in) if stands_in else "",
        "twin": SimpleLazyObject(lambda: _twin(request)),
        "nav": _nav(sections, request.path),
        "footer_links": _foot(sections),
    } | ({"page": page} if page else {})


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def forget_frame(**_signal: object) -> None:
    """A page was published, moved or taken away, or the telephone changed: all is read again."""
    cache.delete_many([SECTIONS, DESK])


def _desk(request: HttpRequest) -> PortalSettings:
    return cache.get_or_set(DESK, lambda: PortalSettings.for_request(request), 60)


def _sections() -> dict[str, dict[str, dict[str, str]]]:
    """Pages right below the home pages by French slug, each {language: row}."""
    return cache.get_or_set(SECTIONS, _read_sections, 60)


def _read_sections() -> dict[str, dict[str, dict[str, str]]]:
    rows = (
        Page.objects.live()
        .filter(depth=BELOW_HOME)
        .values("translation_key", "locale__language_code", "slug", "title", "url_path")
    )
    by_key: dict[object, dict[str, dict[str, str]]] = {}
    for row in rows:
        by_key.setdefault(row["translation_key"], {})[row["locale__language_code"]] = row
    return {row["fr"]["slug"]: row for row in by_key.values() if "fr" in row}


def _link(section: dict[str, dict[str, str]]) -> dict[str, str]:
    language = get_language() or settings.LANGUAGE_CODE
    row = section.get(language)
    if row is None:
        row, slug = section["fr"], section["fr"]["slug"]
        return {"url": f"/{language}/{slug}/", "label": row["title"]}
    return {"url": f"/{language}/{row['slug']}/", "label": row["title"]}


def _nav(sections, path: str) -> list[dict[str, object]]:
    names = {
        "lieux": (gettext("Help near me"), gettext("Help")),
        "agenda": (gettext("Calendar"), ""),
        "guides": (gettext("Comic guides"), gettext("Guides")),
        "territoire": (gettext("The territory"), gettext("Story")),
    }
    doors = []
    for slug, icon in DOORS:
        if section := sections.get(slug):
            label, short = names[slug]
            url = _link(section)["url"]
            current = "page" if path == url else path.startswith(url)
            doors.append(
                {"url": url, "label": label, "short": short, "icon": icon, "current": current}
            )
    return doors


def _foot(sections) -> list[dict[str, str]]:
    links = [_link(sections[slug]) for slug in FOOT if slug in sections]
    if "donnees-personnelles" not in sections and (url := _address("personal_data")):
        links.append({"url": url, "label": gettext("Your personal data")})
    if url := _address("catalogue"):
        links.append({"url": url, "label": gettext("Open data")})
    return links


def _twin(request: HttpRequest) -> dict[str, str | None]:
    """The same page in each language: the page's own translation, else the same address."""
    route = getattr(request, "_wagtail_route_for_request", None) or None
    page = route[0] if route else None
    found: dict[str, str | None] = {}
    if page is not None and isinstance(page, Page):
        for other in page.get_translations(inclusive=True).live().select_related("locale"):
            code = other.locale.language_code
            found[code] = request.build_absolute_uri(address_of(other))
    for code, _name in settings.LANGUAGES:
        found.setdefault(code, _same_address(request, code))
    return found


def _same_address(request: HttpRequest, code: str) -> str | None:
    match = request.resolver_match
    if match is not None and match.url_name and "wagtail" not in match.url_name:
        try:
            with override(code):
                address = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
        except NoReverseMatch:
            return None
        return request.build_absolute_uri(address)
    head, _slash, rest = request.path.lstrip("/").partition("/")
    known = dict(settings.LANGUAGES)
    return request.build_absolute_uri(f"/{code}/{rest}") if head in known else None
