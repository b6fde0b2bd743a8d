"""The marks of codes and contacts are keyed by the site's secret, with SHA-256."""

import hashlib

from django.db import migrations
from django.utils.crypto import salted_hmac

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


def _code(booking) -> str:
    derived = salted_hmac("events.booking.code", booking.reference.hex, algorithm="sha256")
    number, signs = int.from_bytes(derived.digest()), ""
    for _position in range(6):
        number, index = divmod(number, len(ALPHABET))
        signs += ALPHABET[index]
    return signs


def _rewrite(apps, code_mark, algorithm):
    bookings = apps.get_model("events", "Booking").objects.all()
    for booking in bookings.only("reference", "contact", "contact_hash").iterator():
        booking.code_hash = code_mark(_code(booking))
        if booking.contact:
            mark = salted_hmac("events.booking", booking.contact.casefold(), algorithm=algorithm)
            booking.contact_hash = mark.hexdigest()
        booking.save(update_fields=["code_hash", "contact_hash"])


def keyed(apps, schema_editor):
    def mark(code):
        return salted_hmac("events.booking.code_hash", code, algorithm="sha256").hexdigest()

    _rewrite(apps, mark, "sha256")


def plain(apps, schema_editor):
    _rewrite(apps, lambda code: hashlib.sha256(code.encode()).hexdigest(), "sha1")


class Migration(migrations.Migration):
    dependencies = [("events", "0005_dates_of_a_series")]
    operations = [migrations.RunPython(keyed, plain)]
