"""What editors upload: drawn again without its secrets, and refused when it is no picture."""

import io
import struct
import zlib
from contextlib import contextmanager

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from mediation.models.place_details import PlacePhoto
from portal.models import Illustration
from tests.mediation.place_examples import a_directory, a_place

pytestmark = pytest.mark.django_db
HERE = {0x8825: {1: "N", 2: (47.0, 45.0, 0.0)}}  # the place a telephone writes into a photograph


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()  # Wagtail keeps renditions there, by the number of their picture


def photograph(size=(640, 480), kind="JPEG", **options) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "teal").save(stream, kind, **options)
    return stream.getvalue()


def exif(orientation: int = 6) -> bytes:
    tags = Image.Exif()
    tags[0x0112], tags[0x010F] = orientation, "A telephone of somebody"
    tags.get_ifd(0x8825).update(HERE[0x8825])
    return tags.tobytes()


def upload(client, admin_user, name: str, content: bytes, kind: str = "image/jpeg"):
    client.force_login(admin_user)
    file = SimpleUploadedFile(name, content, content_type=kind)
    return client.post(reverse("wagtailimages:add"), {"title": "Port", "file": file})


@contextmanager
def kept_picture():
    """The only picture there is, as it was stored."""
    with Illustration.objects.get().file.open() as file, Image.open(file) as picture:
        yield picture


def test_a_photograph_says_neither_where_nor_by_whom(client, admin_user):
    content = photograph(exif=exif())
    assert b"A telephone of somebody" in content
    assert upload(client, admin_user, "port.jpg", content).status_code == 302
    with kept_picture() as picture:
        assert not picture.getexif()
        assert picture.size == (480, 640)  # upright
    kept = Illustration.objects.get()
    assert (kept.width, kept.height) == (480, 640)
    with kept.file.open() as file:
        assert b"A telephone of somebody" not in file.read()


def test_a_huge_photograph_is_made_as_large_as_a_page_shows(client, admin_user):
    upload(client, admin_user, "port.jpg", photograph((5000, 2500)))
    assert Illustration.objects.get().width == 2400


@pytest.mark.parametrize(("name", "kind"), [("a.png", "PNG"), ("a.webp", "WEBP"), ("a.gif", "GIF")])
def test_each_kind_of_picture_stays_of_its_kind(client, admin_user, name, kind):
    upload(client, admin_user, name, photograph(kind=kind), f"image/{kind.lower()}")
    with kept_picture() as picture:
        assert picture.format == kind


def test_one_sees_through_a_drawing_as_before(client, admin_user):
    drawing, stream = Image.new("P", (40, 20)), io.BytesIO()
    drawing.putpalette([0, 0, 0, 255, 255, 255])
    drawing.save(stream, "PNG", transparency=0)
    upload(client, admin_user, "logo.png", stream.getvalue(), "image/png")
    with kept_picture() as picture:
        assert picture.convert("RGBA").getpixel((5, 5))[3] == 0


def test_a_photograph_that_carries_a_second_one_is_one_upright_photograph(client, admin_user):
    first, second = (Image.new("RGB", (640, 480), colour) for colour in ("teal", "navy"))
    stream = io.BytesIO()
    first.save(stream, "MPO", save_all=True, append_images=[second], exif=exif())
    upload(client, admin_user, "port.jpg", stream.getvalue())
    with kept_picture() as picture:
        assert (picture.format, picture.size) == ("JPEG", (480, 640))
        assert not picture.getexif()


def bomb(side: int) -> bytes:
    """A few kilobytes of PNG that say they are `side` × `side` pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * (side * 10))
    start = b"\x89PNG\r\n\x1a\n"
    return start + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
FAULTS = ["svg", "svg as png", "120 megapixels", "program", "cut", "html", "wrong name", "11 MB"]


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("x.svg", SCRIPT, "image/svg+xml"),
        ("x.png", SCRIPT, "image/png"),
        ("x.png", bomb(10_955), "image/png"),
        ("x.jpg", b"MZ" + b"\0" * 4000, "image/jpeg"),
        ("x.jpg", photograph()[:200], "image/jpeg"),
        ("x.html", photograph(), "text/html"),
        ("x.png", photograph(), "image/png"),
        ("x.jpg", photograph() + b"\0" * 11 * 1024 * 1024, "image/jpeg"),
    ],
    ids=FAULTS,
)
def test_what_is_no_safe_picture_is_a_message_at_the_field(client, admin_user, name, content, kind):
    answer = upload(client, admin_user, name, content, kind)
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert answer.context["form"]["title"].value() == "Port"
    assert not Illustration.objects.exists()


def test_the_picture_of_a_page_is_made_when_it_is_published(client, admin_user):
    """In the size and kind that its template shows."""
    upload(client, admin_user, "port.jpg", photograph((1600, 900)))
    picture = Illustration.objects.get()
    place = a_place(a_directory())
    place.photos.add(PlacePhoto(image=picture))
    place.save_revision().publish()
    made = picture.renditions.get()
    assert made.file.name.endswith(".webp")
    assert Client().get(place.url).text.count(made.file.name) == 1
    assert picture.renditions.count() == 1
