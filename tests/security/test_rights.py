"""Every address of the admin and of the mediators' space, asked by each role: what is not yours is
not there. New addresses are walked by themselves, since the list is read from the site."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from wagtail.models import Task

from events.models import Team
from home.models import InformationPage
from portal.demo.accounts import JOBS, load_accounts
from tests.events.bookings_examples import a_date, a_person, a_place, a_workshop
from tests.events.calendar_examples import once
from tests.participation.examples import question, site

pytestmark = pytest.mark.django_db
# Signing in and out, a forgotten password, and the words of Wagtail's scripts.
OPEN = re.compile(r"^/admin/(login|logout|password_reset.*|jsi18n|sprite)/?$")
CLOSED = {301, 302, 400, 403, 404, 405}
# Wagtail's own pages that try its messages of error.
TRIALS = re.compile(r"^/admin/(failwhale|test404)/$")
# The beginnings of all that an editor may see in the admin. Wagtail shows the names of review
# steps to every editor, and lets none of them make one.
EDITOR = """
    account api choose-anchor-link choose-email-link choose-external-link choose-page
    choose-phone-link dates dismissibles documents embeds images localize pages questions
    reports/aging-pages reports/page-types-usage reports/site-history reports/workflow
    reports/workflow_tasks snippets/choose snippets/portal/glossaryentry tag-autocomplete
    translators workflows/task_chooser
"""
MODERATOR = f"""{EDITOR}
    actor_proposals calendar_sources committee_requests places/duplicates places/hours
    places/import places/reports places/unconfirmed proposals reports/locked school_holidays
    snippets/guides/plainword snippets/portal/audience snippets/portal/messagetemplate
    snippets/portal/theme
"""
MEDIATOR = {"", "date", "lieux", "mon-compte", "nouveau", "refaire"}
DEPTHS = {"places": 2, "reports": 2, "snippets": 3, "workflows": 2}


def patterns(resolver=None, prefix: str = "") -> Iterator[str]:
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLPattern):
            yield prefix + str(one.pattern)
        else:
            yield from patterns(one, prefix + str(one.pattern))


def addresses(start: str, number: int) -> list[str]:
    """Every address below `start`, its holes filled with the number of a row."""
    found = [one for one in patterns() if one.startswith(start)]
    return sorted({"/" + _filled(one, number) for one in found})


def _filled(pattern: str, number: int) -> str:
    plain = re.sub(r"<(?:int:)?\w+>|<\w*(?:pk|id)>", str(number), pattern)
    plain = re.sub(r"<str:(pk|quoted_pk)>", str(number), plain)
    plain = re.sub(r"<\w+:\w+>", "x", plain)
    plain = re.sub(r"\(\?P<\w+>[^)]*\)", str(number), plain)
    return re.sub(r"[\^$]|\([^)]*\)", "", plain).replace("\\", "")


def status(client: Client, address: str) -> int:
    return client.get(address).status_code


@pytest.fixture
def draft():
    home = site()
    return home.add_child(instance=InformationPage(title="Secret", slug="secret", live=False))


@pytest.fixture
def place():
    return a_place()


def role(name: str) -> Client:
    """A browser signed in as one of the demonstration's jobs; nobody is nobody."""
    client = Client(raise_request_exception=True)
    if name == "somebody":
        client.force_login(get_user_model().objects.create_user("somebody"))
    elif name != "nobody":
        client.force_login(get_user_model().objects.get(username=JOBS[name][0]))
    return client


@pytest.fixture
def accounts(settings, tmp_path, monkeypatch, place):
    monkeypatch.setattr("portal.demo.accounts.FILE", tmp_path / "accounts.json")
    load_accounts()


@pytest.mark.once
@pytest.mark.parametrize("who", ["nobody", "somebody", "mediator"])
def test_the_admin_does_not_exist_for_those_who_do_not_edit(accounts, draft, who):
    client = role(who)
    walked = [one for one in addresses("admin/", draft.pk) if not OPEN.match(one)]
    assert len(walked) > 300
    opened = [one for one in walked if status(client, one) not in CLOSED]
    assert not opened


def beginning(address: str) -> str:
    """The desk of the admin that an address belongs to."""
    words = address.split("/")[2:]
    depth = 2 if words[:2] == ["snippets", "choose"] else DEPTHS.get(words[0], 1)
    return "/".join(words[:depth])


@pytest.mark.once
@pytest.mark.parametrize(("who", "desks"), [("editor", EDITOR), ("moderator", MODERATOR)])
def test_each_desk_is_open_to_its_own_only(accounts, draft, who, desks):
    client = role(who)
    known = re.compile(f"{OPEN.pattern}|{TRIALS.pattern}")
    walked = [one for one in addresses("admin/", draft.pk) if not known.match(one)]
    opened = {beginning(one) for one in walked if status(client, one) not in CLOSED}
    assert opened == {"", *desks.split()}


def test_the_telephone_of_the_site_is_a_moderator_s(accounts):
    address = "/admin/settings/portal/portalsettings/"
    assert role("editor").get(address, follow=True).redirect_chain[-1][0] == "/admin/"
    assert role("moderator").get(address, follow=True).status_code == 200


@pytest.mark.parametrize("who", ["editor", "moderator"])
def test_no_editor_makes_a_step_of_review(accounts, who):
    typed = {"create-task-name": "Mine", "name": "Mine", "create-task-active": "on"}
    create = "/admin/workflows/task_chooser/create/wagtailcore/groupapprovaltask/"
    role(who).post(create, typed)
    role(who).post("/admin/workflows/task_chooser/create/", typed)
    assert not Task.objects.filter(name="Mine").exists()


def test_a_moderator_has_the_desks_of_the_job(accounts):
    client = role("moderator")
    for name in ("places_bring", "places_reports", "places_duplicates"):
        assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize(
    ("who", "mine"),
    [
        ("nobody", set()),
        ("somebody", {"mon-compte"}),
        ("mediator", MEDIATOR),
        ("editor", {"mon-compte"}),
        ("moderator", MEDIATOR | {"equipes", "evaluation"}),  # every place is theirs
    ],
)
def test_the_space_is_open_to_those_who_work_in_it(accounts, place, who, mine):
    """One's account and an invitation are everybody's; what a link opens has its own tests."""
    workshop = a_workshop(place, schedule=once(dt.date(2030, 1, 5)))
    date = a_date(page=workshop)
    client = role(who)
    numbers = (date.pk, place.pk)
    every = {one for number in numbers for one in addresses("fr/espace/", number)}
    walked = [one for one in sorted(every) if "/compte/" not in one]
    assert len(walked) >= 9
    opened = {one.split("/")[3] for one in walked if status(client, one) == 200}
    assert opened == mine


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_belongs_to_another_place_is_not_found(accounts, place, method):
    elsewhere = a_place("Ailleurs")
    foreign = a_date(page=a_workshop(elsewhere, title="Chez les autres"))
    Team.objects.create(place=elsewhere)
    person = a_person()
    person.occurrence = foreign
    person.save()
    client = role("mediator")
    for address in (
        reverse("space_date", args=[foreign.pk]),
        reverse("space_again", args=[foreign.pk]),
        reverse("space_booked", args=[foreign.pk, person.pk]),
    ):
        assert getattr(client, method)(address).status_code == 404, address
    for name in ("space_teams", "space_desk", "space_desk_csv"):
        assert getattr(client, method)(reverse(name)).status_code in {404, 405}, name


def test_forms_about_a_draft_do_not_exist(accounts, draft):
    asked = question(live=False)
    hidden = a_place("Caché")
    hidden.unpublish()
    client = role("nobody")
    for name, pk in (
        ("answer", asked.pk),
        ("propose_translation", draft.pk),
        ("place_report", hidden.pk),
        ("guides:opinion", draft.pk),
        ("join", draft.pk),
        ("book", 10_000),
    ):
        address = reverse(name, args=[pk])
        for answer in (client.get(address, follow=True), client.post(address, follow=True)):
            assert answer.status_code in {404, 405, 403}, (name, answer.status_code)
