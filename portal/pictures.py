"""An uploaded picture is drawn again: what a camera wrote in it (where, when, whose) is dropped."""

import io
import logging
from collections.abc import Callable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext as _
from PIL import Image, ImageOps
from wagtail.images import get_image_model
from wagtail.images.forms import BaseImageForm
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.models import Page, ReferenceIndex

from portal.uploads import has_room

logger = logging.getLogger(__name__)
QUALITY = 88  # of 100: no eye sees the difference, and a photograph loses a third of its weight
WIDEST = 2400  # pixels; no page shows more
MOVING = {"GIF", "WEBP", "PNG", "AVIF"}
SAVED_AS = {"MPO": "JPEG"}  # a telephone's photograph with a second one for depth, or for a screen
# Pillow stops at a size of its own with an error that Wagtail lets through as a 500. Wagtail's
# limit (WAGTAILIMAGES_MAX_IMAGE_PIXELS) is read from the file's head, before anything is unpacked.
Image.MAX_IMAGE_PIXELS = None

SHOWN = "width-800|format-webp"  # the one size pages show


def shown(picture: AbstractImage | None) -> AbstractRendition | None:
    """The picture as pages show it; None when it or its file is gone, or the disk is full."""
    if picture is None:
        return None
    try:
        return picture.get_rendition(SHOWN)
    except OSError:
        logger.warning("no rendition", extra={"picture": picture.pk})
        return None


def make_renditions(instance: Page, **_signal: Any) -> None:
    """Signal page_published: the pictures of a page are made now, never in a visitor's request."""
    found = ReferenceIndex.get_references_for_object(instance)
    kind = ContentType.objects.get_for_model(get_image_model())
    wanted = found.filter(to_content_type=kind).values_list("to_object_id", flat=True)
    for picture in get_image_model().objects.filter(pk__in=set(wanted)):
        shown(picture)


class IllustrationForm(BaseImageForm):
    """Behind every upload of the admin. Wagtail's field opens the file without expecting that it
    may be broken; here it says so at the field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            field.to_python = _or_a_message(field.to_python)  # the form's own copy of the field

    def clean_file(self) -> File:
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data:
            return file
        again = _or_a_message(drawn_again)(file, file.name)
        has_room(again)
        return again


def _or_a_message(read: Callable[..., Any]) -> Callable[..., Any]:
    """Reads a picture, or says in words that it is damaged."""

    def checked(*asked: Any) -> Any:
        try:
            return read(*asked)
        except (OSError, ValueError, SyntaxError) as fault:
            message = _("This picture is damaged: save it again, then send it.")
            raise ValidationError(message) from fault

    return checked


def drawn_again(file: File, name: str) -> ContentFile:
    """The same picture, upright, at most 2,400 pixels on a side, without any metadata."""
    file.seek(0)
    with Image.open(file) as picture:
        kind = SAVED_AS.get(picture.format, picture.format) or "PNG"
        if kind in MOVING and getattr(picture, "is_animated", False):
            return ContentFile(_frames(picture, kind), name=name)
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((WIDEST, WIDEST))
        # All that a picture says of itself goes, but the colour one sees through.
        upright.info = {key: upright.info[key] for key in upright.info.keys() & {"transparency"}}
        return ContentFile(_saved(upright, kind), name=name)


def _saved(picture: Image.Image, kind: str, **more: object) -> bytes:
    stream = io.BytesIO()
    options = {"quality": QUALITY} if kind in {"JPEG", "WEBP", "AVIF"} else {"optimize": True}
    picture.save(stream, kind, **options, **more)
    return stream.getvalue()


def _frames(picture: Image.Image, kind: str) -> bytes:
    """A moving picture keeps its frames and their rhythm."""
    pause, loop = picture.info.get("duration", 100), picture.info.get("loop", 0)
    return _saved(picture, kind, save_all=True, duration=pause, loop=loop, exif=b"", xmp=b"")
