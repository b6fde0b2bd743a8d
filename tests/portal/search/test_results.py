"""What the reader sees: each page once, in their language when it exists, and nothing hidden."""

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from portal.search.matching import MEANING
from portal.search.results import HITS_A_KIND, in_readers_words, search_pages

pytestmark = pytest.mark.django_db


def seen(query: str, language: str = "fr", **asked) -> list[tuple[str, str]]:
    groups = search_pages(query, language, **asked).groups
    return [(hit.title, hit.language) for group in groups for hit in group.hits]


def test_a_page_in_two_languages_is_one_result_in_the_readers(write):
    french = write("Les enfants")
    write("Ar vugale", "br", twin=french)
    assert seen("enfants") == [("Les enfants", "")]
    assert seen("enfants", "br") == [("Ar vugale", "")]
    assert seen("vugale", "fr") == [("Les enfants", "")]


def test_a_page_without_breton_is_shown_in_french_and_says_so(write):
    write("Les enfants")
    assert seen("bugale", "br") == [("Les enfants", "fr")]


def test_what_is_not_public_is_never_seen(write):
    write("Atelier brouillon", live=False)
    write("Atelier fini", expire_at=timezone.now() - timezone.timedelta(days=1))
    private = write("Atelier privé")
    PageViewRestriction.objects.create(page=private, restriction_type="password", password="x")
    write("Atelier recopié", alias_of=write("Atelier"))
    assert seen("atelier") == [("Atelier", "")]


def test_every_result_is_on_one_sheet_or_another(write):
    for number in range(HITS_A_KIND * 2 + 1):
        write(f"Atelier {number}")
    sheets = [seen("atelier", page=page) for page in (1, 2, 3)]
    assert [len(sheet) for sheet in sheets] == [HITS_A_KIND, HITS_A_KIND, 1]
    assert len({hit for sheet in sheets for hit in sheet}) == HITS_A_KIND * 2 + 1
    assert len(seen("atelier", kind="page")) == HITS_A_KIND * 2 + 1


@pytest.mark.parametrize("page", ["-1", "0", "abc", "9" * 300, "", None])
def test_a_sheet_that_does_not_exist_is_a_sheet_that_does(write, page):
    write("Atelier")
    assert seen("atelier", page=page) == [("Atelier", "")]


def test_a_kind_without_results_shows_where_there_are_some(write):
    write("Atelier")
    results = search_pages("atelier", "fr", kind="place")
    assert (results.groups, results.counts, results.total) == ([], {"page": 1}, 1)


def test_likenesses_of_the_other_language_are_left_out_when_the_readers_own_has_the_words():
    own = (1, "a", "fr", 1, 0)
    likeness = (2, "b", "br", 1, 1)
    meaning = (3, "c", "br", 1, MEANING)
    assert in_readers_words([own, likeness, meaning], "fr") == [own, meaning]
    assert in_readers_words([likeness, meaning], "fr") == [likeness, meaning]
