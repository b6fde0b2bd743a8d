"""A resident books, comes back by link or code, changes, cancels, erases; reading never acts."""

import datetime as dt

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse

from events import dates
from events.bookings import links, seats
from events.models import Booking
from portal.schedule import ZONE
from tests.events.bookings_examples import a_date, a_person
from tests.portal.test_public_forms import post_data

pytestmark = pytest.mark.django_db
Status = Booking.Status


@pytest.fixture(autouse=True)
def empty_budgets():
    cache.clear()


def send(client, date, **typed):
    typed = {"first_name": "Soazig", "seats": "1", "contact": ""} | typed
    return client.post(reverse("book", args=[date.pk]), post_data("booking", **typed))


def act(client, booking, action, **more):
    page = reverse("booking", args=[booking.link])
    return client.post(page, post_data("booking_page", action=action, **more))


def test_a_resident_without_address_books_and_reads_the_code(client):
    date = a_date()
    answer = send(client, date)
    booking = Booking.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("booking", args=[booking.link])
    page = client.get(answer["Location"])
    assert booking.code in page.content.decode()
    assert page["Cache-Control"] == "private, no-store"
    assert page["X-Robots-Tag"] == "noindex"
    assert not page.cookies


def test_the_form_says_why_it_asks(client):
    page = client.get(reverse("book", args=[a_date().pk])).content.decode()
    assert "7 jours" in page
    assert page.count("field__why") >= 2


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"contact": "zéro deux"}, "zéro deux"),
        ({"seats": "30"}, "Soazig"),
        ({"first_name": ""}, "value="),
        ({"contact": "jeanne@"}, "jeanne@"),
    ],
)
def test_what_cannot_be_read_comes_back_with_a_sentence(client, typed, kept):
    answer = send(client, a_date(), **typed)
    assert answer.status_code == 200
    assert kept in answer.content.decode()
    assert "field__error" in answer.content.decode()
    assert not Booking.objects.exists()


def test_a_full_date_puts_on_the_waiting_list(client):
    date = a_date(capacity=1)
    send(client, date)
    send(client, date, first_name="Loeiz")
    assert Booking.objects.get(first_name="Loeiz").status == Status.WAITING


def test_a_date_an_editor_marked_full_promises_no_seat_and_puts_on_the_waiting_list(client):
    date = a_date(capacity=5)
    dates.mark_full(date)
    form = client.get(reverse("book", args=[date.pk])).content.decode()
    assert "Complet" in form
    assert "Il reste" not in form
    send(client, date)
    assert Booking.objects.get().status == Status.WAITING


@pytest.mark.parametrize("change", [{"days": -1}, {"cancelled": True}])
def test_a_date_that_is_over_or_cancelled_keeps_what_was_typed(client, change):
    answer = send(client, a_date(**change))
    assert answer.status_code == 200
    assert "Soazig" in answer.content.decode()
    assert not Booking.objects.exists()


def test_forty_posts_a_minute_are_slowed_down_with_what_was_typed(client):
    date = a_date(capacity=100)
    statuses = [send(client, date).status_code for _post in range(40)]
    assert statuses.count(302) == 20
    assert statuses[-1] == 429


def test_reading_the_page_of_a_booking_changes_nothing(client):
    booking = seats.book(a_date(), a_person())
    for action in ("cancel", "erase", "accept"):
        client.get(reverse("booking", args=[booking.link]), {"action": action})
    booking.refresh_from_db()
    assert booking.status == Status.CONFIRMED


def test_a_person_cancels_with_the_code(client):
    booking = seats.book(a_date(), a_person())
    asked = post_data("booking_code", code=booking.code.lower())
    answer = client.post(reverse("booking_code"), asked)
    assert booking.link not in answer["Location"]
    answer = client.post(answer["Location"], post_data("booking_page", action="cancel"))
    booking.refresh_from_db()
    assert booking.status == Status.CANCELLED


def test_a_wrong_code_says_what_to_do(client):
    answer = client.post(reverse("booking_code"), post_data("booking_code", code="AAAAAA"))
    assert "field__error" in answer.content.decode()


def test_a_person_changes_seats_and_erases_everything(client):
    booking = seats.book(a_date(), a_person(contact="jeanne@example.org"))
    act(client, booking, "seats", seats="3")
    booking.refresh_from_db()
    assert booking.seats == 3
    answer = act(client, booking, "erase")
    assert answer.status_code == 200
    assert not Booking.objects.exists()
    assert client.get(reverse("booking", args=[booking.link])).status_code == 404


def test_an_offer_is_accepted_on_the_page(client):
    date = a_date(capacity=1)
    holder, waiting = seats.book(date, a_person()), seats.book(date, a_person())
    seats.cancel(holder)
    act(client, waiting, "accept")
    waiting.refresh_from_db()
    assert waiting.status == Status.CONFIRMED
    answer = act(client, waiting, "accept")
    assert 'role="alert"' in answer.content.decode()


def test_a_tampered_or_old_link_opens_nothing(client):
    booking = seats.book(a_date(), a_person())
    short = links.short_link(booking)
    assert client.get(reverse("booking", args=[short])).status_code == 200
    assert client.get(reverse("booking", args=[short + "x"])).status_code == 404
    assert client.get(reverse("booking", args=["f" * 32])).status_code == 404
    with time_machine.travel(dt.datetime.now(tz=dt.UTC) + dt.timedelta(hours=2)):
        assert client.get(reverse("booking", args=[short])).status_code == 404


def test_who_booked_several_days_reads_the_last_one(client):
    date = a_date()
    start = dt.datetime(2099, 11, 24, 10, tzinfo=ZONE)
    dates.move(date, start, start + dt.timedelta(days=5, hours=8))
    booking = seats.book(date, a_person())
    page = client.get(reverse("booking", args=[booking.link])).content.decode()
    said = "mardi 24 novembre 2099, à partir de 10 h, jusqu’au 29 novembre"
    assert said in page.replace("\u00a0", " ")


def test_the_date_goes_into_the_person_s_calendar(client):
    booking = seats.book(a_date(), a_person())
    answer = client.get(reverse("booking_calendar", args=[booking.link]))
    assert answer["Content-Type"].startswith("text/calendar")


def test_the_page_of_a_booking_says_that_its_date_is_cancelled_why_and_what_instead(client):
    date = a_date()
    booking = seats.book(date, a_person())
    instead = a_date(days=10, page=date.page.specific)
    dates.cancel(date, "La salle est prise.", instead=instead)
    page = client.get(reverse("booking", args=[booking.link])).content.decode()
    assert "Cette date est annulée" in page
    assert "La salle est prise." in page
    assert f"{instead.slug}/" in page
    assert "À bientôt" not in page
    assert "event.ics" not in page
    assert 'value="cancel"' not in page
    assert 'value="erase"' in page


def test_in_the_person_s_calendar_a_cancelled_date_is_cancelled(client):
    date = a_date()
    booking = seats.book(date, a_person())
    dates.cancel(date, "La salle est prise.")
    answer = client.get(reverse("booking_calendar", args=[booking.link])).content.decode()
    assert "STATUS:CANCELLED" in answer
    assert "La salle est prise." in answer


def test_nobody_accepts_a_seat_on_a_cancelled_date(client):
    date = a_date(capacity=1)
    holder, waiting = seats.book(date, a_person()), seats.book(date, a_person())
    seats.cancel(holder)
    dates.cancel(date, "La salle est prise.")
    page = client.get(reverse("booking", args=[waiting.link])).content.decode()
    assert "Oui, je viens" not in page
    answer = act(client, waiting, "accept").content.decode()
    assert 'role="alert"' in answer
    assert "Cette date est annulée. Choisissez-en une autre." in answer
    waiting.refresh_from_db()
    assert waiting.status == Status.OFFERED


def test_who_cancelled_reads_of_the_booking_not_of_the_date(client):
    date = a_date()
    booking = seats.book(date, a_person())
    seats.cancel(booking)
    dates.cancel(date, "La salle est prise.")
    page = client.get(reverse("booking", args=[booking.link])).content.decode()
    assert "Cette réservation est annulée" in page
    assert "La salle est prise." not in page


def test_once_a_date_has_begun_its_booking_is_only_read_and_erased(client):
    date = a_date()
    booking = seats.book(date, a_person(seats=3))
    with time_machine.travel(date.starts_at):
        page = client.get(reverse("booking", args=[booking.link])).text
        late = [act(client, booking, "cancel"), act(client, booking, "seats", seats="1")]
    assert 'value="cancel"' not in page
    assert 'value="seats"' not in page
    assert "votre place est libérée" not in page
    assert 'value="erase"' in page
    for answer in late:
        assert "Cette date a commencé. La réservation ne peut plus être modifiée." in answer.text


def test_the_register_is_a_page_and_a_spreadsheet(client):
    page = client.get(reverse("personal_data")).content.decode()
    assert "7 jours" in page
    record = client.get(reverse("processing_record")).content.decode()
    assert len(record.splitlines()) >= 3
