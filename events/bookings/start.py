"""What bookings add to the ground when the app is ready: messages, register, daily tending."""

from events.bookings import kinds, personal_data
from events.bookings.tending import tend
from portal.outbox import before_sending


def start() -> None:
    kinds.declare_all()
    personal_data.declare()
    before_sending.connect(tend, dispatch_uid="events.bookings.tend")
