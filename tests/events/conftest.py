"""What several tests of the calendar start from."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission

from events.models import CalendarPage, Team
from tests.events.bookings_examples import a_date, a_place, a_workshop
from tests.events.calendar_examples import a_calendar


@pytest.fixture
def calendar(db) -> CalendarPage:
    return a_calendar()


@pytest.fixture
def place():
    return a_place()


@pytest.fixture
def team(place):
    return Team.objects.create(place=place, trusted=True)


@pytest.fixture
def mediator(team):
    person = get_user_model().objects.create_user("nadia", email="nadia@example.org")
    team.members.add(person)
    return person


@pytest.fixture
def moderator():
    person = get_user_model().objects.create_user("mod", email="mod@example.org")
    person.user_permissions.add(Permission.objects.get(codename="change_team"))
    return person


@pytest.fixture
def date(place):
    return a_date(page=a_workshop(place))
