"""Files sent to the admin: refused in words when they lie or when the disk is full."""

import errno

import pytest
from django.core.files.storage import FileSystemStorage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model

from portal.models import Illustration
from tests.portal.test_pictures import photograph, upload

pytestmark = pytest.mark.django_db
Document = get_document_model()


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def _full_disk(monkeypatch):
    def full(*_asked):
        raise OSError(errno.ENOSPC, "No space left on device")

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
