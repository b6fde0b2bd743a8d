"""The addresses of drawings, and the files that keep guides on a telephone."""

import gzip
import json

import brotli

from guides.addresses import drawing_url, sheet_urls, thumbnail_url
from guides.art import LIBRARY_VERSION, FrameSpec

JEANNE = FrameSpec.parse("kitchen~jeanne.phone.worried.r")
YANN = FrameSpec.parse("street~yann.idle.wary.l")


def test_a_drawing_is_kept_for_ever_and_may_do_nothing(client):
    answer = client.get(drawing_url(JEANNE))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["Content-Security-Policy"].startswith("default-src 'none'")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_drawing_is_packed_for_those_who_can_unpack(client):
    plain = client.get(drawing_url(JEANNE)).content
    for accepted, packing, unpack in (
        ("gzip, deflate, br", "br", brotli.decompress),
        ("gzip, deflate", "gzip", gzip.decompress),
    ):
        packed = client.get(drawing_url(JEANNE), headers={"Accept-Encoding": accepted})
        assert packed["Content-Encoding"] == packing
        assert unpack(packed.content) == plain


def test_an_address_of_an_older_library_gets_todays_drawing_for_a_while(client):
    for address in (
        drawing_url(JEANNE).replace(LIBRARY_VERSION, "0ld0ld00"),
        f"/bd/{LIBRARY_VERSION}/castle~merlin.juggles.dazzled.r.svg",
    ):
        answer = client.get(address)
        assert answer.status_code == 200
        assert answer["Cache-Control"] == "public, max-age=300"


def test_all_the_drawings_of_a_strip_are_one_address(client):
    urls = sheet_urls([JEANNE, YANN, JEANNE])
    assert len({url.split("#")[0] for url in urls.values()}) == 1
    assert urls[YANN].endswith("#2")
    assert client.get(urls[YANN].split("#")[0]).content.count(b"<view ") == 2


def test_the_address_changes_with_the_library():
    assert LIBRARY_VERSION in drawing_url(JEANNE)
    assert LIBRARY_VERSION in thumbnail_url("mood", "worried")


def test_what_is_no_drawing_is_not_found(client, db):
    client.strict = False
    for address in ("kitchen~jeanne.svg", "..%2Fsettings.svg", "mood/dazzled.svg", "hat/x.svg"):
        answer = client.get(f"/bd/{LIBRARY_VERSION}/{address}", follow=True)
        assert answer.status_code == 404


def test_a_drawing_is_only_read(client):
    assert client.post(drawing_url(JEANNE)).status_code == 405


def test_the_offline_worker_stands_at_the_root(client):
    answer = client.get("/sw.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert b"keepAll" in answer.content


def test_the_manifest_names_the_portal(client):
    manifest = json.loads(client.get("/manifest.webmanifest").content)
    assert manifest["start_url"] == "/"
    assert manifest["icons"]
