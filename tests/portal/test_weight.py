"""The footer says what a first visit weighs: the page, its styles, its letters and its pictures."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from portal.weight import KILOBYTE, MARK, PageWeight, kilobytes, weight_of
from tests.test_consistency import ROOT

PAGE = f"<p>{MARK}</p>".encode()


def sent(content: bytes) -> bytes:
    return PageWeight(lambda request: HttpResponse(content))(RequestFactory().get("/")).content


def test_the_mark_becomes_a_number():
    assert sent(PAGE) == b"<p>1</p>"
    assert sent(b"<p>nothing to say</p>") == b"<p>nothing to say</p>"


@pytest.mark.django_db
def test_the_length_told_is_the_length_sent(client):
    client.strict = False
    answer = client.get("/fr/nulle-part/", headers={"Accept-Encoding": "identity"})
    assert MARK not in answer.text
    assert int(answer["Content-Length"]) == len(answer.content)


def test_a_style_sheet_brings_its_letters():
    fonts = sum(file.stat().st_size for file in (ROOT / "static/fonts").glob("*.woff2"))
    assert weight_of("/static/css/portal.css") > fonts
    page = b'<link href="/static/css/portal.css"><link href="/static/css/portal.css">'
    assert kilobytes(page) == -(-(weight_of("/static/css/portal.css") + 60) // KILOBYTE)


@pytest.mark.parametrize(
    "address",
    ["/static/nothing.css", "/media/none.webp", "/media/../../etc/passwd", "/bd/nothing.svg"],
)
def test_a_file_that_is_not_there_weighs_nothing(address):
    assert weight_of(address) == 0


def test_links_to_other_pages_weigh_nothing():
    page = b'<a href="/fr/guides/"></a><a href="/documents/1/a.pdf"></a>'
    assert kilobytes(page) == 1
