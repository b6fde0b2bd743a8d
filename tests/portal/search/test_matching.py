"""The same pages in the same order on both databases, in one statement."""

import pytest
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from portal.search.matching import matching_pages

pytestmark = pytest.mark.django_db


def titles(query: str) -> list[str]:
    found = matching_pages(Page.objects.live(), query)
    by_id = dict(Page.objects.values_list("pk", "title"))
    return [by_id[match[0]] for match in found]


def test_the_narrowest_sense_comes_first_and_then_the_shortest_title(write):
    for title in ("Un ordi", "Les ordinateurs", "Réparer un ordinateur ensemble", "Un ordinateur"):
        write(title)
    assert titles("ordinateur") == [
        "Un ordinateur",
        "Réparer un ordinateur ensemble",
        "Les ordinateurs",
        "Un ordi",
    ]


def test_a_query_in_either_language_finds_pages_of_both(write):
    write("Les enfants d’abord")
    write("Ar vugale da gentañ", "br")
    assert titles("enfant") == ["Les enfants d’abord", "Ar vugale da gentañ"]
    assert titles("bugel") == ["Ar vugale da gentañ", "Les enfants d’abord"]


def test_all_the_words_are_needed_wherever_they_stand(write):
    write("Atelier tablette", search_description="À Lanester")
    write("Atelier ordinateur", search_description="À Lorient")
    assert titles("atelier lorient") in ([], ["Atelier ordinateur"])


@pytest.mark.parametrize("typed", ['"', "'", "z\x00", "*", "AND OR NOT", "x:y", "(", "& | !", "😀"])
def test_signs_of_the_databases_languages_are_only_words(write, typed):
    write("Atelier")
    assert titles(typed) == []
    assert list(Page.objects.search(typed)) == []
    assert list(Page.objects.autocomplete(typed)) == []


def test_a_word_in_every_page_costs_one_statement(write, django_assert_num_queries):
    for number in range(30):
        write(f"Atelier numéro {number}")
    titles("chauffe")
    with django_assert_num_queries(1):
        assert len(matching_pages(Page.objects.live(), "atelier")) == 30


def test_only_the_pages_of_the_queryset_are_found(write):
    write("Atelier")
    draft = write("Atelier secret", live=False)
    assert titles("atelier") == ["Atelier"]
    assert list(Page.objects.filter(pk=draft.pk).search("ateliers")) == [draft]
    assert matching_pages(Page.objects.none(), "atelier") == []


def test_wagtails_own_searches_know_our_words(write):
    one, two = write("Médiathèque de Lorient"), write("Ar vediaoueg", "br")
    assert list(Page.objects.search("mediatheques")) == [one, two]
    assert list(Page.objects.autocomplete("mediat")) == [one]
    assert list(Page.objects.autocomplete("medi")) == [two, one]
    results = Page.objects.search("mediatheque")
    assert results.count() == 2
    assert list(results[1:2]) == [two]
    assert results.facet("locale_id") == {one.locale_id: 1, two.locale_id: 1}
    ordered = Page.objects.order_by("title").search("mediatheque", order_by_relevance=False)
    assert list(ordered) == [two, one]


def test_a_page_that_changes_or_goes_is_found_accordingly(write):
    page = write("Atelier")
    page.title = "Café"
    page.save()
    assert titles("atelier") == []
    assert titles("cafe") == ["Café"]
    page.delete()
    assert titles("cafe") == []


def test_the_index_can_be_built_again(write):
    write("Atelier")
    backend = get_search_backend()
    index = backend.get_index_for_model(Page)
    rebuilder = backend.rebuilder_class(index)
    index = rebuilder.start()
    index.add_items(Page, list(Page.objects.filter(depth__gt=1)))
    rebuilder.finish()
    assert titles("ateliers") == ["Atelier"]
