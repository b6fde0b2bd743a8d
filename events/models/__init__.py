"""When things happen, and who booked a seat."""

from events.models.bookings import Attendance, Booking
from events.models.holidays import SchoolHoliday
from events.models.occurrences import CalendarVersion, Occurrence
from events.models.pages import CalendarPage, EditionPage, EventPage, Partner, Trail
from events.models.proposals import Proposal
from events.models.sources import CalendarSource
from events.models.teams import Invitation, Team

__all__ = [
    "Attendance",
    "Booking",
    "CalendarPage",
    "CalendarSource",
    "CalendarVersion",
    "EditionPage",
    "EventPage",
    "Invitation",
    "Occurrence",
    "Partner",
    "Proposal",
    "SchoolHoliday",
    "Team",
    "Trail",
]
