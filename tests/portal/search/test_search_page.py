"""The address of the search answers everything, in both languages."""

from urllib.parse import quote

import pytest
import time_machine
from django.core.cache import cache

from portal.models.search_counts import SearchCount, count_search

pytestmark = pytest.mark.django_db

ADDRESSES = {"fr": "/fr/recherche/", "br": "/br/klask/"}
HOSTILE = [
    '"',
    "'",
    "\x00",
    "a" * 10_000,
    "mot " * 5000,
    "😀",
    "<script>",
    "%",
    "ру́сский",
    "{{ 1 }}",
]


@pytest.mark.parametrize("address", ADDRESSES.values())
def test_the_page_without_a_question_offers_to_search(client, address):
    assert b'name="q"' in client.get(address).content


@pytest.mark.parametrize("address", ADDRESSES.values())
@pytest.mark.parametrize("typed", HOSTILE)
def test_no_question_is_an_error(client, address, typed):
    assert client.get(f"{address}?q={quote(typed)}&kind=zzz&page=-1").status_code == 200


def test_an_unknown_kind_is_said_and_everything_is_shown(client, write):
    write("Atelier")
    answer = client.get(ADDRESSES["fr"], {"q": "atelier", "kind": "zzz"}).content.decode()
    assert "Atelier" in answer
    assert "field__error" in answer


def test_results_cost_the_same_queries_for_four_as_for_forty(
    client, write, django_assert_max_num_queries
):
    for number in range(4):
        write(f"Atelier {number}")
    client.get(ADDRESSES["fr"], {"q": "atelier"})
    with django_assert_max_num_queries(8):
        client.get(ADDRESSES["fr"], {"q": "atelier"})
    for number in range(36):
        write(f"Atelier encore {number}")
    with django_assert_max_num_queries(8):
        client.get(ADDRESSES["fr"], {"q": "atelier"})


def test_french_words_on_a_breton_page_are_marked(client, write):
    write("Les enfants")
    answer = client.get(ADDRESSES["br"], {"q": "bugale"}).content.decode()
    assert '<li class="date-row" lang="fr">' in answer


def test_a_misspelt_word_gets_a_suggestion_and_a_way_out(client, write):
    cache.clear()
    write("Reconnaître une arnaque")
    answer = client.get(ADDRESSES["fr"], {"q": "arnak"}).content.decode()
    assert 'href="?q=arnaque"' in answer


def test_the_language_switch_keeps_the_question(client):
    answer = client.get(ADDRESSES["fr"], {"q": "kêr"}).content.decode()
    assert "/br/klask/?q=k%C3%AAr" in answer


@time_machine.travel("2026-11-25 10:00+01:00")
def test_searches_are_counted_without_a_person(client, write):
    write("Atelier")
    for _ in range(2):
        client.get(ADDRESSES["fr"], {"q": "ATELIER"})
    client.get(ADDRESSES["fr"], {"q": "introuvable"})
    rows = SearchCount.objects.order_by("words").values_list("words", "found", "count")
    assert list(rows) == [("atelier", True, 2), ("introuvable", False, 1)]


@pytest.mark.parametrize(
    "typed", ["jeanne@exemple.fr", "06 39 98 12 34", "0639981234", "12/05/1951"]
)
def test_a_search_that_could_tell_a_person_is_not_kept(typed):
    count_search(typed, found=False)
    assert not SearchCount.objects.exists()
