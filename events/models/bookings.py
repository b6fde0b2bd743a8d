"""A booking: some seats on one date for somebody who told us almost nothing."""

import hashlib
import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

# No 0 O 1 I L: the code is read over the telephone and copied by hand.
ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 6


def digest(secret: str) -> str:
    """How a link of 128 bits is stored: the row alone opens nothing."""
    return hashlib.sha256(secret.encode()).hexdigest()


def code_mark(code: str) -> str:
    """How a code is stored. Six signs can all be tried: without the site's key, for nothing."""
    return salted_hmac("events.booking.code_hash", code, algorithm="sha256").hexdigest()


def contact_mark(contact: str) -> str:
    """A keyed mark of a contact: the same person twice is seen, and nobody can be read from it."""
    if not contact:
        return ""
    return salted_hmac("events.booking", contact.casefold(), algorithm="sha256").hexdigest()


class BookingQuerySet(models.QuerySet):
    def seated(self):
        """Those who hold seats: confirmed, or offered a seat that is kept for them."""
        return self.filter(status__in=Booking.HOLDING)

    def waiting(self):
        """The waiting list, first come first."""
        return self.filter(status=Booking.Status.WAITING).order_by("created_at", "pk")

    def active(self):
        return self.exclude(status=Booking.Status.CANCELLED)

    def to_call(self):
        """There is news for those who left a telephone: nobody else will tell them."""
        return self.active().filter(contact_kind=Booking.Contact.PHONE, told_by_phone=False)

    def by_link(self, link: str):
        return self.filter(link_hash=digest(link)).first()

    def by_code(self, code: str):
        """Forgiving of small letters, spaces and dashes."""
        kept = "".join(sign for sign in code.upper() if sign.isalnum())
        return self.filter(code_hash=code_mark(kept)).first()


class Booking(models.Model):
    """Seats on a date, for oneself or a relative; the person's own link and code are derived from
    the reference and the site's key, and only their digests are stored."""

    class Status(models.TextChoices):
        CONFIRMED = "confirmed", _("Booked")
        WAITING = "waiting", _("On the waiting list")
        OFFERED = "offered", _("A seat is kept for you")
        CANCELLED = "cancelled", _("Cancelled")

    class Contact(models.TextChoices):
        NONE = "none", _("None: I will note my code")
        PHONE = "phone", _("Telephone")
        EMAIL = "email", _("E-mail")

    HOLDING = (Status.CONFIRMED, Status.OFFERED)

    reference = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    occurrence = models.ForeignKey(
        "events.Occurrence", on_delete=models.CASCADE, related_name="bookings"
    )
    first_name = models.CharField(_("first name or pseudonym"), max_length=40)
    seats = models.PositiveSmallIntegerField(_("seats"), default=1)
    contact_kind = models.CharField(max_length=5, choices=Contact, default=Contact.NONE)
    contact = models.CharField(max_length=254, blank=True)
    contact_hash = models.CharField(max_length=64, blank=True)
    link_hash = models.CharField(max_length=64, unique=True)
    code_hash = models.CharField(max_length=64, unique=True)
    status = models.CharField(max_length=9, choices=Status, default=Status.CONFIRMED)
    offered_until = models.DateTimeField(null=True)
    language = models.CharField(max_length=2, default="fr")
    typed_by_mediator = models.BooleanField(default=False)
    told_by_phone = models.BooleanField(default=True)  # False when there is news to tell
    told_sequence = models.PositiveIntegerField(default=0)  # the change of the date last told
    reminded = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)

    objects = BookingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["occurrence", "contact_hash"],
                condition=~Q(contact_hash=""),
                name="one_booking_a_person",
            ),
            models.CheckConstraint(condition=Q(seats__gte=1), name="at_least_one_seat"),
        ]
        indexes = [models.Index(fields=["occurrence", "status", "created_at"])]

    def __str__(self) -> str:
        return f"{self.occurrence_id}: {self.seats}"

    def save(self, *args, **kwargs):
        if self._state.adding:
            self.link_hash, self.code_hash = digest(self.link), code_mark(self.code)
            self.contact_hash = contact_mark(self.contact)
            self.told_sequence = self.occurrence.sequence
        super().save(*args, **kwargs)

    @property
    def link(self) -> str:
        """The secret of the private page: 128 bits, 32 hexadecimal signs."""
        return self._derived("link").hex()[:32]

    @property
    def code(self) -> str:
        """Six signs to note or to say on the telephone."""
        number = int.from_bytes(self._derived("code"))
        signs = []
        for _position in range(CODE_LENGTH):
            number, index = divmod(number, len(ALPHABET))
            signs.append(ALPHABET[index])
        return "".join(signs)

    def _derived(self, use: str) -> bytes:
        salt = f"events.booking.{use}"
        return salted_hmac(salt, self.reference.hex, algorithm="sha256").digest()

    @property
    def holds_seats(self) -> bool:
        return self.status in self.HOLDING


class Attendance(models.Model):
    """How many came to a date: a number, no name. It outlives the bookings."""

    occurrence = models.OneToOneField(
        "events.Occurrence", on_delete=models.CASCADE, related_name="attendance"
    )
    came = models.PositiveSmallIntegerField(_("people who came"))
    noted_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.occurrence_id}: {self.came}"
