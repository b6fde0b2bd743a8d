"""Pages are light on the way, for each browser as it can."""

import gzip
import io

import brotli
import pytest
from django.http import FileResponse
from django.test import Client, RequestFactory

from portal.compression import Compression
from tests.participation.examples import site

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader():
    """No strict client: it reads no compressed page."""
    site()
    return Client()


def page(reader, accepted: str, **cookies):
    reader.cookies.load(cookies)
    return reader.get("/fr/", headers={"Accept-Encoding": accepted})


@pytest.mark.parametrize(
    ("accepted", "encoding", "unpack"),
    [
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip", "gzip", gzip.decompress),
        ("", None, bytes),
    ],
)
def test_a_page_is_compressed_as_the_browser_reads(reader, accepted, encoding, unpack):
    answer = page(reader, accepted)
    assert answer.get("Content-Encoding") == encoding
    assert "Accept-Encoding" in answer["Vary"]
    assert b"<h1" in unpack(answer.content)
    assert int(answer["Content-Length"]) == len(answer.content)


def test_a_page_of_somebody_signed_in_keeps_the_padding_that_hides_its_secret(reader):
    assert page(reader, "br, gzip", theme="x")["Content-Encoding"] == "gzip"


def test_an_answer_of_a_few_words_stays_as_it_is(reader):
    assert "Content-Encoding" not in reader.get("/healthz", headers={"Accept-Encoding": "br"})


def test_a_style_sheet_of_the_demonstration_is_as_light_as_in_production():
    style = b"body { color: teal }\n" * 200
    sheet = FileResponse(io.BytesIO(style), content_type="text/css")
    asked = RequestFactory().get("/static/css/portal.css", headers={"Accept-Encoding": "br"})
    sent = Compression(lambda request: sheet)(asked)
    body = b"".join(sent.streaming_content)
    assert brotli.decompress(body) == style
    assert int(sent["Content-Length"]) == len(body)
    letters = FileResponse(io.BytesIO(b"wOF2" * 99), content_type="font/woff2")
    asked = RequestFactory().get("/static/fonts/a.woff2", headers={"Accept-Encoding": "br"})
    assert "Content-Encoding" not in _packed(letters, asked)


def _packed(answer, asked):
    return Compression(lambda request: answer).process_response(asked, answer)
