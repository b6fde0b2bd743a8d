"""A directory with a few places, for the tests."""

from typing import Any

from django.utils.text import slugify
from wagtail.models import Locale, Page, Site
from wagtail.search.index import insert_or_update_object

from mediation.models import PlaceIndexPage, PlacePage

WEEK = "Mo-Fr 09:00-12:00,14:00-17:00; SH off; PH off"


def a_directory() -> PlaceIndexPage:
    """Under a home page of its own, in French; its Breton twin stands beside it."""
    french, _created = Locale.objects.get_or_create(language_code="fr")
    breton, _created = Locale.objects.get_or_create(language_code="br")
    root = Page.get_first_root_node()
    home = root.add_child(instance=Page(title="Accueil", slug="essai", locale=french))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "root_page": home}
    )
    index = PlaceIndexPage(title="Lieux", slug="lieux", locale=french)
    home.add_child(instance=index)
    home.copy_for_translation(breton).save_revision().publish()
    twin = index.copy_for_translation(breton)
    twin.slug, twin.title = "lechiou", "Lec’hioù"
    twin.save_revision().publish()
    return index


def a_place(index: PlaceIndexPage, title: str = "Médiathèque", **facts: Any) -> PlacePage:
    """Complete enough to be published as open data."""
    given = {
        "commune": "56121",
        "street": "4 place X",
        "postcode": "56100",
        "services": ["demarches"],
        "opening_hours": WEEK,
        "locale": index.locale,
        "slug": slugify(title),
        **facts,
    }
    place = index.add_child(instance=PlacePage(title=title, **given))
    insert_or_update_object(place)  # at once, without waiting for the end of the test
    return place
