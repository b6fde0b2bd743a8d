"""The events room: when things happen."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    name = "events"
    verbose_name = _("Calendar")

    def ready(self):
        from events import moving, receivers
        from events.bookings import start as bookings
        from events.models import SchoolHoliday
        from events.proposals import notices, personal_data
        from events.space import start as space
        from portal.schedule import add_school_holidays

        receivers.connect()
        moving.connect()
        add_school_holidays(SchoolHoliday.added)
        bookings.start()
        space.start()
        notices.declare_all()
        personal_data.declare()
