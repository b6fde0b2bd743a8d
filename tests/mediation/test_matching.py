"""The scored rule against what the national pipeline itself answers."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from mediation.matching import Candidate, best, distance_score, match, ratio

SHARED = Path(__file__).resolve().parents[3] / "shared/data"
ORACLE = SHARED / "lieux_dedupe_oracle.json"
needs_shared = pytest.mark.skipif(not ORACLE.exists(), reason="the shared data is not there")

HERE = Candidate("Maison de quartier", "rue de Kerorben", "56083", (47.8, -3.27), source="A")


def test_a_place_in_another_commune_is_another_place():
    assert match(HERE, HERE._replace(commune="56121")) is None


def test_kinds_that_exclude_each_other_are_other_places():
    library, office = frozenset({"BIB"}), frozenset({"LA_POSTE"})
    assert match(HERE._replace(kinds=library), HERE._replace(kinds=office)) is None
    pimms, services = frozenset({"PIMMS"}), frozenset({"RFS"})
    assert match(HERE._replace(kinds=pimms), HERE._replace(kinds=services)) is not None


def test_the_same_source_needs_more_likeness():
    # name 91, street 65, distance 100 → 85
    other = HERE._replace(name="Maison du quartier", street="rue de Kerzuhan")
    same, different = match(HERE, other), match(HERE, other._replace(source="B"))
    assert same and different and same.score == different.score
    assert different.sure and not same.sure


def test_a_place_far_away_is_less_alike():
    assert distance_score((47.8, -3.27), (47.8003, -3.27)) == 100
    assert distance_score((47.8, -3.27), (47.81, -3.27)) < 10
    assert distance_score((47.8, -3.27), None) == 100


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [("abc", "ABC", 100), ("abc", "xyz", 0), ("", "abc", 0), ("rue de la Gare", "rue de Gare", 88)],
)
def test_likeness_of_words(a, b, expected):
    assert ratio(a, b) == expected


def test_the_best_of_several_is_kept():
    others = [(1, HERE._replace(street="rue de Kerzuhan")), (2, HERE)]
    found = best(HERE, others)
    assert found and found[0] == 2


@needs_shared
def test_the_duplicates_of_the_national_pipeline_are_found_and_no_other():
    oracle = json.loads(ORACLE.read_text("utf-8"))
    rows = json.loads((SHARED / "lieux_sample.json").read_text("utf-8"))["lieux"]
    places = [_candidate(row) for row in rows if row["code_insee"]]
    found = {
        frozenset((a, b))
        for (a, one), (b, other) in combinations(places, 2)
        if (likeness := match(one, other)) and likeness.sure
    }
    pairs = oracle["cross_source_pairs"] + oracle["same_source_pairs"]
    assert found == {frozenset((pair["id1"], pair["id2"])) for pair in pairs}
    by_id = dict(places)
    for pair in pairs:
        likeness = match(by_id[pair["id1"]], by_id[pair["id2"]])
        assert likeness and likeness.score == pair["score"]


def _candidate(row):
    point = (row["latitude"], row["longitude"]) if row["latitude"] else None
    kinds = frozenset((row["typologie"] or "").split("|")) - {""}
    street, source = row["adresse"] or "", row["source"] or ""
    return row["id"], Candidate(row["nom"], street, row["code_insee"], point, kinds, source)
