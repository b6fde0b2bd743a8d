"""Files sent to the admin: refused in words when they lie or when the disk is full."""

import errno

import pytest
from django.core.cache import cache
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model

from mediation.models.place_details import PlacePhoto
from portal.models import Illustration
from tests.mediation.place_examples import a_directory, a_place
from tests.portal.test_pictures import photograph, upload

pytestmark = pytest.mark.django_db
Document = get_document_model()


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()  # Wagtail keeps renditions there, by the number of their picture


def full(*_asked):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def _full_disk(monkeypatch):
    monkeypatch.setattr(FileSystemStorage, "_save", full)


def send(client, admin_user, name: str, content: bytes):
    client.force_login(admin_user)
    typed = {"title": "Tract", "file": SimpleUploadedFile(name, content)}
    return client.post(reverse("wagtaildocs:add"), typed)


@pytest.mark.usefixtures("_full_disk")
def test_a_full_disk_is_said_at_the_field_and_the_title_stays(client, admin_user):
    for answer in (
        upload(client, admin_user, "port.jpg", photograph()),
        send(client, admin_user, "tract.pdf", b"%PDF-1.7 words"),
    ):
        assert answer.status_code == 200
        assert "plus de place" in answer.text
        assert "extension" not in answer.text
    assert 'value="Tract"' in answer.text
    assert not Illustration.objects.exists()
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "accepted"),
    [
        ("tract.pdf", b"%PDF-1.7 words", True),
        ("tract.odt", b"PK\x03\x04 words", True),
        ("liste.csv", b"nom;ville\nSoazig;Groix\n", True),
        ("tract.pdf", b"MZ\x90\x00 a program", False),
        ("tract.docx", b"%PDF-1.7 words", False),
        ("liste.csv", b"a\x00b", False),
    ],
)
def test_a_document_is_what_its_name_says(client, admin_user, tmp_path, name, content, accepted):
    answer = send(client, admin_user, name, content)
    assert Document.objects.exists() is accepted
    assert answer.status_code == (302 if accepted else 200)
    assert not [*(tmp_path / "probe").glob("*")]


def test_a_page_is_published_on_a_full_disk_and_read_without_its_picture(
    client, admin_user, monkeypatch
):
    upload(client, admin_user, "port.jpg", photograph((1600, 900)))
    place = a_place(a_directory())
    place.photos.add(PlacePhoto(image=Illustration.objects.get()))
    with monkeypatch.context() as disk:
        disk.setattr(FileSystemStorage, "_save", full)
        place.save_revision().publish()
        answer = Client().get(place.url)
    assert answer.status_code == 200
    assert ".webp" not in answer.text
    assert ".webp" in Client().get(place.url).text
