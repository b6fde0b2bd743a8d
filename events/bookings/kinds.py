"""The messages about bookings, in their default words; editors may write their own in the admin."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal.messages import MessageKind, declare

DATE_WORDS = ("first_name", "title", "date", "place", "how_to_come", "phone", "reason", "instead")
BOOKING_WORDS = (*DATE_WORDS, "seats", "code", "link", "until")

HELLO = _("Hello {first_name},")
WHAT = _("{title}\n{date}\n{place}\nHow to come: {how_to_come}")
YOUR_PAGE = _("See, change, cancel or erase your booking:\n{link}\nYour code: {code}")
A_HUMAN = _("Somebody answers you: {phone}")


class Letter:
    """Paragraphs that follow each other, translated when the letter is written."""

    def __init__(self, *paragraphs: str | Promise) -> None:
        self.paragraphs = paragraphs

    def __str__(self) -> str:
        return "\n\n".join(str(paragraph) for paragraph in self.paragraphs)


KINDS = [
    MessageKind(
        "booking_confirmed",
        _("Seat booked"),
        _("Your seat: {title}"),
        Letter(HELLO, _("Your booking is noted: {seats}."), WHAT, YOUR_PAGE, A_HUMAN),
        BOOKING_WORDS,
    ),
    MessageKind(
        "booking_waiting",
        _("On the waiting list"),
        _("You are on the waiting list: {title}"),
        Letter(
            HELLO,
            _(
                "This date is full. You are on the waiting list ({seats}). "
                "We write to you as soon as a seat is free."
            ),
            WHAT,
            YOUR_PAGE,
            A_HUMAN,
        ),
        BOOKING_WORDS,
    ),
    MessageKind(
        "booking_offered",
        _("A seat is free for somebody who waits"),
        _("A seat is free: {title}"),
        Letter(
            HELLO,
            _("A seat is free. We keep it for you until {until}. Say yes on this page:\n{link}"),
            WHAT,
            _("Your code: {code}"),
            A_HUMAN,
        ),
        BOOKING_WORDS,
    ),
    MessageKind(
        "offer_ended",
        _("A kept seat went to the next person"),
        _("The seat went to somebody else: {title}"),
        Letter(
            HELLO,
            _("We had no answer from you in time, and the seat went to the next person."),
            WHAT,
            A_HUMAN,
        ),
        BOOKING_WORDS,
    ),
    MessageKind(
        "booking_cancelled",
        _("Booking cancelled by the person"),
        _("Your booking is cancelled: {title}"),
        Letter(HELLO, _("You cancelled your booking. Thank you for telling us."), WHAT, A_HUMAN),
        BOOKING_WORDS,
    ),
    MessageKind(
        "booking_reminder",
        _("The day before"),
        _("Tomorrow: {title}"),
        Letter(
            HELLO,
            _("We expect you tomorrow ({seats}). If you cannot come, please free your seat."),
            WHAT,
            YOUR_PAGE,
            A_HUMAN,
        ),
        BOOKING_WORDS,
    ),
    MessageKind(
        "date_cancelled",
        _("Date cancelled by the mediator"),
        _("Cancelled: {title}"),
        Letter(
            HELLO,
            _("This date is cancelled. You do not need to do anything."),
            WHAT,
            _("Why: {reason}"),
            _("Instead: {instead}"),
            A_HUMAN,
        ),
        BOOKING_WORDS,
    ),
    MessageKind(
        "date_moved",
        _("Date moved by the mediator"),
        _("New date: {title}"),
        Letter(
            HELLO,
            _(
                "This date has changed: here is when it takes place now. "
                "Your seat is kept ({seats})."
            ),
            WHAT,
            _("Why: {reason}"),
            YOUR_PAGE,
            A_HUMAN,
        ),
        BOOKING_WORDS,
    ),
    MessageKind(
        "waiting_date_moved",
        _("Date moved by the mediator, for those who wait"),
        _("New date: {title}"),
        Letter(
            HELLO,
            _(
                "This date has changed: here is when it takes place now. "
                "You are still on the waiting list."
            ),
            WHAT,
            _("Why: {reason}"),
            YOUR_PAGE,
            A_HUMAN,
        ),
        BOOKING_WORDS,
    ),
]


INVITATION = MessageKind(
    "invitation",
    _("Invitation to the mediators’ space"),
    _("Your invitation: {place}"),
    Letter(
        _("Hello,"),
        _("You are invited to post the dates of this place: {place}."),
        _("Accept within three days on this page:\n{link}"),
    ),
    ("place", "link"),
)


def declare_all() -> None:
    """Called once, when the app is ready."""
    for kind in (*KINDS, INVITATION):
        declare(kind)
