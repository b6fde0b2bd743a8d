"""A site of two languages with one open question, for the tests of participation."""

import datetime as dt

from django.utils import timezone
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from participation.models import Card, CardGroup, ParticipationIndexPage, QuestionPage
from portal.translation.twin import twin


def site() -> HomePage:
    """The French home page, with its Breton twin."""
    french, _created = Locale.objects.get_or_create(language_code="fr")
    Locale.objects.get_or_create(language_code="br")
    found = HomePage.objects.filter(locale=french).first()
    if found:
        return found
    root = Page.get_first_root_node()
    home = HomePage(title="Accueil", slug="accueil", locale=french, welcome="Demat")
    root.add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": home}
    )
    twin(home, {"Accueil": "Degemer", "accueil": "degemer", "Demat": "Demat"})
    return home


def index(home: HomePage | None = None) -> ParticipationIndexPage:
    page = ParticipationIndexPage(title="Participer", slug="participer")
    page.charter = [("rule", "On parle des idées.")]
    (home or site()).add_child(instance=page)
    return page


def question(**changes) -> QuestionPage:
    """Open from yesterday until tomorrow, unless `changes` say otherwise."""
    today = timezone.localdate()
    fields = {
        "title": "Qu’est-ce qui vous aiderait ?",
        "slug": "aide",
        "opens": today - dt.timedelta(days=1),
        "closes": today + dt.timedelta(days=1),
    }
    page = QuestionPage(**fields | changes)
    (ParticipationIndexPage.objects.first() or index()).add_child(instance=page)
    return page


def card(about: QuestionPage, words: str, **fields) -> Card:
    return Card.objects.create(question=about, words=words, **fields)


def group(about: QuestionPage, title: str, **fields) -> CardGroup:
    return CardGroup.objects.create(question=about, title=title, **fields)
