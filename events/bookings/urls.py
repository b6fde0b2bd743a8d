"""Addresses of bookings, in the reader's language."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from events.bookings import views

urlpatterns = [
    path(pgettext_lazy("address", "booking/"), views.by_code, name="booking_code"),
    path(pgettext_lazy("address", "booking/date/<int:pk>/"), views.book, name="book"),
    path(pgettext_lazy("address", "booking/<str:link>/"), views.booking, name="booking"),
    path(
        pgettext_lazy("address", "booking/<str:link>/event.ics"),
        views.calendar_file,
        name="booking_calendar",
    ),
]
