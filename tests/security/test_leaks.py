"""What is not published is nowhere: not in a list, a search, a feed, the site map or a cache."""

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site
from wagtail.search.index import insert_or_update_object

from guides.models import GuidePage
from guides.paper import PAPERS
from home.models import InformationPage, TerritoryStoryPage
from mediation.models import PlaceIndexPage
from participation.models import Card
from portal import page_cache
from tests.events.calendar_examples import (
    TODAY,
    a_calendar,
    a_workshop,
    an_event,
    in_breton,
    once,
    weekly,
)
from tests.guides.site import one_guide
from tests.mediation.place_examples import a_place
from tests.participation.examples import card, question

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("noon")]
# One word to ask for, which comes back in the form, and one that only a leak would say.
CANARY, SECRET = "zanzibar crocus", "crocus"
STATES = ("draft", "unpublished", "expired", "scheduled", "private", "deleted", "changed")
STATES += ("in a private section",)
LISTS = """
    / {home} {home}agenda/ {home}agenda/?q=zanzibar {home}agenda/?view=month {home}agenda/?view=map
    {home}agenda/embed/ {home}agenda/feed.ics {home}agenda/feed.rss {home}agenda/feed.json
    {home}agenda/feed.csv {home}ateliers/ {home}lieux/ {home}lieux/?q=zanzibar
    {home}lieux/?view=map {home}lieux/commune/lorient/ {home}lieux/places.csv
    {home}lieux/places.json {home}lieux/places.geojson {home}guides/ {home}recit/
    {home}recherche/?q=zanzibar {home}recherche/?q=zanzibra
    {home}aide/?need=demarches&commune=56121&way=venir
    {home}data/actors.json {home}data/actors.csv /sitemap.xml /donnees/ /donnees/catalogue.jsonld
"""  # fmt: skip
BRETON = {
    "agenda/": "deiziataer/",
    "ateliers/": "atalierou/",
    "lieux/": "lechiou/",
    "recherche/": "klask/",
    "aide/": "skoazell/",
}


def hide(page, state: str) -> None:
    """Takes a published page out of sight in one of the ways there are."""
    if state == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    elif state == "in a private section":
        page.move(a_private_section(), pos="last-child")
    elif state == "deleted":
        page.delete()
    elif state == "changed":  # only the draft says the word
        page.title, page.draft_title = page.title.replace(CANARY, "visible"), page.title
        page.save_revision().publish()
        page.title = f"{CANARY} plus tard"
        page.save_revision()
    else:
        page.unpublish()
        if state == "scheduled":
            page.go_live_at = timezone.now() + dt.timedelta(days=2)
            page.save_revision()
        if state == "expired":
            type(page).objects.filter(pk=page.pk).update(expired=True)


def a_private_section() -> InformationPage:
    """One for all that a test hides in it."""
    if found := InformationPage.objects.filter(slug="reserve").first():
        return found
    home = Site.objects.get().root_page
    section = InformationPage(title="Réservé", slug="reserve", locale=home.locale)
    PageViewRestriction.objects.create(
        page=home.add_child(instance=section), restriction_type="login"
    )
    return section


@pytest.fixture(params=STATES)
def site(request):
    """One hidden page of each kind, in both languages where it has a twin."""
    calendar = a_calendar()
    home = calendar.get_parent()
    own = {"locale": home.locale}
    directory = home.add_child(instance=PlaceIndexPage(title="Lieux", slug="lieux", **own))
    in_breton(directory, "Lec’hioù", "lechiou")
    workshop = a_workshop(calendar, f"{CANARY} atelier", schedule=weekly(2), slug="w")
    in_breton(workshop.get_parent().specific, "Atalieroù", "atalierou")
    story = TerritoryStoryPage(title=f"{CANARY} récit", slug="recit", **own)
    pages = [
        an_event(calendar, f"{CANARY} événement", once(TODAY), slug="e"),
        workshop,
        a_place(directory, f"{CANARY} lieu", slug="l"),
        one_guide(home),
        home.add_child(instance=InformationPage(title=f"{CANARY} page", slug="p", **own)),
        home.add_child(instance=story),
    ]
    pages[3].title = f"{CANARY} guide"
    pages[3].save_revision().publish()
    for page in pages[:3]:
        in_breton(page, f"{CANARY} {page.pk}", f"{page.slug}-br")
    for page in pages:
        insert_or_update_object(page)
        twins = list(page.get_translations())
        hide(page, request.param)
        for twin in twins:
            if request.param != "deleted" or type(twin).objects.filter(pk=twin.pk).exists():
                twin.refresh_from_db()
                hide(twin.specific, request.param) if twin.live else None
    return home


def addresses(language: str) -> list[str]:
    lists = LISTS.format(home=f"/{language}/").split()
    if language == "br":
        for french, breton in BRETON.items():
            lists = [one.replace(french, breton) for one in lists]
    return lists


def test_a_word_of_a_hidden_page_is_nowhere(site):
    client = Client()
    for language in ("fr", "br"):
        answered = 0
        for address in addresses(language):
            answer = client.get(address)
            assert SECRET not in answer.text, address
            answered += answer.status_code == 200
        assert answered > 15


@pytest.mark.parametrize("state", STATES)
def test_a_hidden_guide_is_on_no_paper(state):
    hide(one_guide(a_calendar().get_parent()), state)
    guide = GuidePage.objects.first()
    path = guide.url if guide else "/fr/guides/faux-sms-colis/"
    status = 200 if GuidePage.objects.live().public().exists() else 404
    answers = {name: Client().get(f"{path}{name}.pdf").status_code for name in PAPERS}
    assert answers == dict.fromkeys(PAPERS, status)


def test_a_kept_page_forgets_what_was_hidden_since(settings, monkeypatch):
    settings.PAGE_CACHE_SECONDS = 3600
    monkeypatch.setattr(page_cache.transaction, "on_commit", lambda done: done())
    event = an_event(a_calendar(), f"{CANARY} événement", once(TODAY))
    client = Client()
    assert SECRET in client.get("/fr/agenda/").text
    event.unpublish()
    assert SECRET not in client.get("/fr/agenda/").text
    assert SECRET not in client.get("/fr/agenda/feed.ics").text


@pytest.mark.parametrize("state", [Card.State.WAITING, Card.State.REFUSED])
def test_a_card_nobody_has_read_is_not_shown(state):
    asked = question()
    card(asked, f"{CANARY} !", state=state)
    assert SECRET not in Client().get(asked.url).text
