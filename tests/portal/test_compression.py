"""Pages are light on the way, for each browser as it can."""

import gzip

import brotli
import pytest
from django.test import Client

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
