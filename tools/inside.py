"""What `make faults` does inside the site.

python -m tools.inside write 3 | hurry | upload | hours 2026-10-25
"""

import datetime as dt
import re
import sys

import django


def write(number: str) -> None:
    from django.db import transaction

    from portal.outbox import post

    with transaction.atomic():
        for one in range(int(number)):
            post(f"fault:{one}", "jeanne@example.org", "Votre place", f"Message {one}.")


def hurry() -> None:
    """What would be tried again later is due now."""
    from django.utils import timezone

    from portal.models.outbox import OutgoingMessage

    OutgoingMessage.objects.filter(sent_at=None).update(due_at=timezone.now())


def upload() -> None:
    """Fills the disk, sends a document as an editor does, and says what came back."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import Client
    from wagtail.documents import get_document_model

    try:
        (settings.MEDIA_ROOT / "filler").write_bytes(b"x" * 4_000_000)
    except OSError as full:
        said = full.strerror
    editor = get_user_model().objects.create_superuser("faults")
    client = Client(SERVER_NAME="localhost")
    client.force_login(editor)
    sent = SimpleUploadedFile("tract.pdf", b"%PDF-1.7 " + b"words " * 40_000)
    answer = client.post("/admin/documents/add/", {"title": "Tract", "file": sent})
    sentence = re.search(r"[^>]*plus de place[^<]*", answer.text)
    kept = get_document_model().objects.filter(title="Tract").count()
    print(f"({said}) {answer.status_code}, « {sentence[0].strip()} », {kept} documents written")


def hours(day: str) -> None:
    """The hours on the clock of a weekly workshop, before and after a day."""
    from portal.schedule import ZONE, from_dict

    first = dt.date.fromisoformat(day) - dt.timedelta(days=5)
    until = (first + dt.timedelta(weeks=2)).isoformat()
    rule = {"frequency": "weekly", "weekdays": [first.weekday()], "until": until}
    schedule = {"start": first.isoformat(), "starts": "14:00", "ends": "16:00", "rule": rule}
    for slot in from_dict(schedule).dates():
        here, there = slot.start.astimezone(ZONE), slot.start.astimezone(dt.UTC)
        print(f"{here:%d %B %H:%M} here is {there:%H:%M} UTC", end="; ")


if __name__ == "__main__":
    django.setup()
    globals()[sys.argv[1]](*sys.argv[2:])
