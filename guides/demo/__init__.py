"""The demonstration guides: twelve in French, those of br/ in Breton too, as editors would do it.

Safe to run again: what stands already is left as it is.
"""

import tomllib
from pathlib import Path
from typing import Any

from guides.demo import strips
from guides.demo.translating import translate
from guides.models import EmergencyPage, GuideIndexPage, GuidePage, GuidePath
from portal.models import Theme

HERE = Path(__file__).parent
# In the order of the list: dangers first, then habits, then rights.
GUIDES = [
    "faux-sms-colis",
    "mots-de-passe",
    "faux-sites",
    "demarches-en-ligne",
    "faux-support",
    "achats-en-ligne",
    "sauvegarde",
    "mises-a-jour",
    "wifi-public",
    "reseaux-sociaux",
    "donnees-personnelles",
    "cyberharcelement",
]
PATHS = ["je-debute-avec-mon-smartphone", "proteger-mes-comptes"]


def load(home_pages: dict[str, Any]) -> None:
    """Builds the list, the emergency page, the guides and the paths below the home pages."""
    index = _page(GuideIndexPage, home_pages["fr"], "guides", _index)
    emergency = _page(EmergencyPage, index, "jai-clique", strips.emergency)
    guides = [_page(GuidePage, index, slug, strips.guide) for slug in GUIDES]
    paths = [_page(GuidePath, index, slug, strips.path) for slug in PATHS]
    if "br" in home_pages:
        locale = home_pages["br"].locale
        for page in (index, emergency, *guides, *paths):
            breton = HERE / "br" / f"{page.slug}.toml"
            if breton.exists() and not page.has_translation(locale):
                translate(page, locale, **tomllib.loads(breton.read_text()))


def _page(model, parent, slug: str, fields) -> Any:
    """The page of that address, made from its file when it does not stand yet."""
    if standing := model.objects.child_of(parent).filter(slug=slug).first():
        return standing
    written = tomllib.loads((HERE / "fr" / f"{slug}.toml").read_text())
    theme = Theme.objects.filter(slug=written.get("theme", "")).first()
    page = model(slug=slug, locale=parent.locale, **fields(written, theme=theme, parent=parent))
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


def _index(written: dict, **_surroundings: Any) -> dict:
    return {"title": written["title"], "introduction": written["summary"]}
