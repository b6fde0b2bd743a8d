"""Journeys of bookings in a real browser: without e-mail, without script, on a telephone."""

import datetime as dt

import brotli
import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale, Page

from events.bookings import seats
from events.models import Booking, Occurrence, Team
from mediation.models import WorkshopIndexPage
from tests.browser import follow
from tests.events.bookings_examples import a_date, a_person, a_place, a_workshop

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def empty_budgets():
    cache.clear()


def address(name: str, *args) -> str:
    with override("fr"):
        return reverse(name, args=args)


def book(page, date, name: str) -> None:
    page.goto(address("book", date.pk))
    page.get_by_label("Prénom").fill(name)
    page.wait_for_timeout(2100)  # nobody reads and types faster than this
    follow(page.get_by_role("button", name="Réserver"))


@pytest.mark.parametrize("width", [360, 1280])
def test_a_resident_without_email_books_and_cancels_with_the_code(visit, axe, width):
    date = a_date(page=a_workshop(a_place()))
    page = visit(width, java_script_enabled=False)
    book(page, date, "Soazig")
    code = page.locator("b.code").inner_text()
    assert Booking.objects.by_code(code).first_name == "Soazig"

    page.goto(address("booking_code"))
    page.get_by_label("Votre code").fill(code.lower())
    follow(page.get_by_role("button", name="Ouvrir"))
    page.locator("summary", has_text="Changer").click()
    follow(page.get_by_role("button", name="Annuler ma réservation"))
    assert page.get_by_text("Cette réservation est annulée").is_visible()
    assert not page.context.cookies()
    date.refresh_from_db()
    assert date.taken == 0


def test_the_pages_of_a_booking_have_no_barrier(visit, axe):
    date = a_date(page=a_workshop(a_place()))
    page = visit(360)
    for name, args in [("book", [date.pk]), ("booking_code", []), ("personal_data", [])]:
        page.goto(address(name, *args))
        axe(page)
    book(page, date, "Soazig")
    axe(page)


def test_a_waiting_person_is_promoted_and_says_yes(visit):
    date = a_date(capacity=1, page=a_workshop(a_place()))
    holder = seats.book(date, a_person("Première"))
    page = visit(360, java_script_enabled=False)
    book(page, date, "Deuxième")
    assert page.get_by_text("Vous êtes sur la liste d’attente").is_visible()
    seats.cancel(holder)
    page.reload()
    follow(page.get_by_role("button", name="Oui, je viens"))
    assert page.get_by_text("C’est noté, Deuxième").is_visible()
    assert Booking.objects.get(first_name="Deuxième").status == Booking.Status.CONFIRMED


def test_posting_a_workshop_is_light_and_quick(visit):
    """At most three exchanges and sixty kilobytes, with the empty cache of a first day."""
    index = WorkshopIndexPage(title="Ateliers", locale=Locale.get_default())
    Page.get_first_root_node().add_child(instance=index)
    nadia = get_user_model().objects.create_user("nadia", email="n@example.org")
    Team.objects.create(place=a_place(), trusted=True).members.add(nadia)
    client = Client()
    client.force_login(nadia)
    page, pages, weights = visit(360), [], {}
    session = {"name": settings.SESSION_COOKIE_NAME, "value": client.session.session_key}
    page.context.add_cookies([session | {"url": visit.base_url}])

    def note(answer):
        body = answer.body() if answer.status == 200 else b""
        if answer.request.resource_type == "document":
            pages.append(answer.url)
        # As production sends it; a font is packed already.
        weights[answer.url] = min(len(brotli.compress(body, quality=5)), len(body))

    page.on("response", note)
    page.goto(address("space_new"))
    page.locator("input[name=title]").fill("Mes photos")
    page.locator("input[name=day]").fill((timezone.localdate() + dt.timedelta(days=3)).isoformat())
    page.locator("input[name=starts]").fill("14:00")
    page.locator("input[name=ends]").fill("16:00")
    page.locator("main form button").last.click()
    page.wait_for_url("**/espace/")
    assert Occurrence.objects.count() == 1
    assert len(pages) <= 3
    assert sum(weights.values()) <= 60 * 1024, weights


def test_a_mediator_posts_again_from_a_telephone(visit, axe):
    index = WorkshopIndexPage(title="Ateliers", locale=Locale.get_default())
    Page.get_first_root_node().add_child(instance=index)
    place = a_place()
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    schedule = {"start": tomorrow.isoformat(), "starts": "14:00", "ends": "16:00"}
    workshop = a_workshop(place, schedule=schedule, capacity=8)
    workshop.save_revision().publish()
    nadia = get_user_model().objects.create_user(
        "nadia", email="n@example.org", password="à-l’Ouest"
    )
    Team.objects.create(place=place, trusted=True).members.add(nadia)

    page = visit(360)
    page.goto(address("space"))
    page.locator("summary", has_text="mot de passe").click()
    page.locator("input[name=login]").fill("n@example.org")
    page.locator("input[name=password]").fill("à-l’Ouest")
    page.get_by_role("button", name="Se connecter").click()
    axe(page)
    page.get_by_role("link", name="Premiers pas").click()
    axe(page)
    page.get_by_role("link", name="Refaire").click()
    boxes = page.locator("input[name=days]")
    boxes.nth(6).check()
    boxes.nth(13).check()
    axe(page)
    page.get_by_role("button", name="Publier ces jours").click()
    page.wait_for_url("**/espace/")
    assert Occurrence.objects.filter(page=workshop).count() == 3
