"""What every file sent to the admin owes the site: there is room for it, and it is what it says."""

import uuid

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm

# How files of these kinds begin. OpenDocument and Office files are archives; the rest is text.
PDF, ARCHIVE = b"%PDF-", b"PK\x03\x04"
BEGINNINGS = {"pdf": PDF, "odt": ARCHIVE, "ods": ARCHIVE, "docx": ARCHIVE, "xlsx": ARCHIVE}


class DocumentForm(BaseDocumentForm):
    """Behind every document of the admin."""

    def clean_file(self) -> File:
        file = self.cleaned_data["file"]
        if "file" in self.changed_data:
            is_what_it_says(file)
            has_room(file)
        return file

    def _post_clean(self) -> None:
        """One reason is enough: Wagtail would also blame the empty name of what was refused."""
        if "file" not in self.errors:
            super()._post_clean()


def is_what_it_says(file: File) -> None:
    """Raises ValidationError when the first bytes are not those of the name's kind."""
    begins = _beginning(file)
    wanted = BEGINNINGS.get((file.name or "").rpartition(".")[2].lower())
    if begins.startswith(wanted) if wanted else b"\0" not in begins:
        return
    raise ValidationError(_("This file is not what its name says: save it again, then send it."))


def has_room(file: File) -> None:
    """Raises ValidationError when the disk, or the service's share of it, cannot take the file."""
    probe = f"probe/{uuid.uuid4().hex}"
    try:
        default_storage.delete(default_storage.save(probe, ContentFile(b"\0" * file.size)))
    except OSError as fault:
        message = _("The server has no room left for files. Please tell its administrator.")
        raise ValidationError(message) from fault


def _beginning(file: File) -> bytes:
    file.seek(0)
    begins = file.read(1024)
    file.seek(0)
    return begins
