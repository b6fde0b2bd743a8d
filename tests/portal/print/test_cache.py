"""A page is compiled once for the same words, and again as soon as one changes."""

from unittest.mock import patch

from django.core.cache import cache

from portal.print.cache import printed
from tests.portal.print.examples import WHEN, programme


def test_the_same_words_are_compiled_once_and_a_changed_word_again():
    cache.clear()
    ask = {"format": "poster", "language": "fr", "timestamp": WHEN}
    with patch("portal.print.cache.compile_json", return_value=b"%PDF") as compile_json:
        first = printed("programme", programme(2), **ask)
        again = printed("programme", programme(2), **ask)
        changed = printed("programme", programme(2, lead="Complet"), **ask)
    assert compile_json.call_count == 2
    assert first == again
    assert changed.etag != first.etag
    assert first.etag.startswith('"')
