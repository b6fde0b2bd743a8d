"""Words in any form find words in any other form, in both languages."""

import csv
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from portal.search import breton, french
from portal.search.folding import index_text, index_words, query_layers, typed_layer

EVALUATION = Path(__file__).resolve().parents[4] / "shared" / "data" / "br_eval_dev.tsv"
# Verbs that serve as grammar: nobody looks for « be », « have », « go », « do » or « know ».
AUXILIARIES = {"bezañ", "kaout", "mont", "dont", "ober", "gouzout"}


def found(query: str, text: str, language: str) -> str:
    """The narrowest layer in which a query finds a text, or nothing."""
    tokens = set(index_text(text, language).split())
    for layer, expression in query_layers(query)._asdict().items():
        if any(all(set(group) & tokens for group in reading) for reading in expression):
            return layer
    return ""


@pytest.mark.parametrize(
    "forms",
    [
        "penn benn fenn",
        "tad dad zad tadoù",
        "ki c’hi chas",
        "ti di zi tiez diez",
        "mamm vamm mammoù vammoù",
        "den zen tud dud zud",
        "bugel vugel bugale vugale",
        "gwelet welet gwelout gwelomp welit",
        "bro vro broioù",
        "brezhoneg vrezhoneg brezoneg",
        "kêr gêr c’hêr kêrioù",
        "skol skolioù skoliou",
        "levraoueg levraouegoù",
        "urzhiataer urzhiataerioù urziataer",
        "kentel gentel c’hentel kentelioù",
        "implijout implijet implijit implij",
        "postel bostel postelioù",
        "annezad annezidi",
        "hir hiroc’h hirañ",
        "reiñ roas roet roio",
        "Oriant oriant",
        "Plañvour Blañvour planvour",
    ],
)
def test_a_breton_word_is_found_in_all_its_forms(forms):
    forms = forms.split()
    assert all(found(asked, written, "br") for asked in forms for written in forms)


@pytest.mark.parametrize(
    ("one", "other"),
    [("skol", "stal"), ("mat", "ma"), ("ket", "kador"), ("tra", "traezh"), ("levr", "loar")],
)
def test_breton_words_that_only_look_alike_stay_apart(one, other):
    assert not found(one, other, "br")


@pytest.mark.parametrize("apostrophe", "'’‘ʼʻ`´′")
def test_any_apostrophe_makes_the_letter_c_h(apostrophe):
    assert found(f"C{apostrophe}HOARI", "ur c’hoari", "br") == "exact"
    assert not found("hoari", "ur c’hoari", "br")


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("mediatheque", "La médiathèque"),
        ("MÉDIATHÈQUES", "La mediatheque"),
        ("securite", "La sécurité de tous"),
        ("ete", "l’été"),
        ("l'été", "un été"),
        ("lieu", "des lieux"),
        ("jeux vidéo", "un jeu vidéo"),
        ("tiers lieu", "un tiers-lieu"),
        ("tiers-lieux", "un tiers-lieu"),
        ("tierslieux", "les tiers lieux"),
        ("wifi", "le wi-fi gratuit"),
        ("wi fi", "le wifi gratuit"),
        ("atelier numerique", "Les ateliers numériques"),
        ("arnaque en ligne", "Les arnaques en ligne"),
        ("coeur", "Le cœur de la ville"),
        ("aujourd'hui", "Aujourd’hui"),
    ],
)
def test_a_french_word_is_found_with_or_without_accents_elision_or_plural(asked, written):
    assert found(asked, written, "fr")


def test_words_as_they_are_written_come_before_their_other_forms():
    assert found("atelier", "un atelier", "fr") == "exact"
    assert found("atelier", "des ateliers", "fr") == "stem"
    assert found("penn", "ur benn", "br") == "mutated"
    assert found("penn", "pennoù", "br") == "stem"
    assert found("ordi", "un ordinateur", "fr") == "meaning"


@pytest.mark.parametrize(
    ("asked", "written", "language"),
    [
        ("Plañvour", "à Ploemeur", "fr"),
        ("Ploemeur", "e Blañvour", "br"),
        ("An Oriant", "à Lorient", "fr"),
        ("Lorient", "en Oriant", "br"),
        ("Groe", "l’île de Groix", "fr"),
        ("porzh loeiz", "Port-Louis", "fr"),
        ("Larmor Plage", "en Arvor", "br"),
    ],
)
def test_a_commune_is_found_by_either_of_its_names(asked, written, language):
    assert found(asked, written, language)


@pytest.mark.parametrize(
    ("asked", "written", "language"),
    [
        ("urzhiataerioù", "un ordinateur", "fr"),
        ("atalier", "les ateliers", "fr"),
        ("mots de passe", "ar ger-tremen", "br"),
        ("ger-tremen", "un mot de passe", "fr"),
        ("vediaoueg", "la médiathèque", "fr"),
    ],
)
def test_a_word_finds_its_twin_in_the_other_language(asked, written, language):
    assert found(asked, written, language) == "meaning"


def test_a_longer_query_needs_all_its_words_but_the_small_ones():
    assert found("les bugale e ti", "ar vugale en ti", "br") == ""
    assert found("bugale e ti", "ar vugale hag an ti", "br")
    assert found("mot de passe", "Un mot. Le passe.", "fr")
    assert not found("mot de passe perdu", "le mot de passe", "fr")


def test_a_small_word_alone_is_looked_for():
    assert found("e", "e ti", "br") == "exact"


def test_what_is_stored_is_plain_ascii_whatever_the_script():
    for text in ("Les tiers-lieux d’An Oriant", "العربية українська 中文", "Ĳ ﬁ ² Ⅷ ℋ", "x" * 500):
        for language in ("fr", "br", None):
            stored = index_text(text, language)
            assert stored.isascii()
            assert stored.replace(" ", "").isalnum()
            assert stored == stored.lower()


def test_other_scripts_are_found():
    assert found("українська", "Українська мова", "fr") == "exact"


def test_a_text_without_a_language_is_found_in_both():
    assert found("vugale", "Bugale o c’hoari", None)
    assert found("enfants", "Un enfant joue", None)


def test_a_query_without_words_asks_nothing():
    assert query_layers("") == ((), (), (), ())
    assert typed_layer("…") == ()


def test_a_beginning_finds_the_words_it_begins():
    tokens = index_words("Ar vugale e Plañvour", "br").split()
    for asked in ("vug", "bug", "plan"):
        groups = [group for reading in typed_layer(asked) for group in reading]
        assert any(t.startswith(beginning) for t in tokens for g in groups for beginning in g)


@pytest.mark.skipif(not EVALUATION.exists(), reason="the treebank's words are not beside us")
def test_breton_words_are_found_as_well_as_the_best_we_measured():
    recall, precision = _recall_and_precision()
    assert recall >= 0.95
    assert precision >= 0.80


def _recall_and_precision() -> tuple[float, float]:
    """Every lemma asked, every form of the treebank a document; counts of tokens."""
    with EVALUATION.open(encoding="utf-8") as lines:
        rows = [r for r in csv.DictReader(lines, delimiter="\t") if r["lemma"] not in AUXILIARIES]
    stored = [set(index_text(row["form"], "br").split()) for row in rows]
    right = wrong = missed = 0
    for lemma in {row["lemma"] for row in rows}:
        expression = query_layers(lemma).stem
        for row, tokens in zip(rows, stored, strict=True):
            hit = any(all(set(group) & tokens for group in reading) for reading in expression)
            if row["lemma"] == lemma:
                right += hit * int(row["count"])
                missed += (not hit) * int(row["count"])
            elif hit and not _same_word(lemma, row["lemma"]):
                wrong += int(row["count"])
    return right / (right + missed), right / (right + wrong)


def _same_word(lemma: str, other: str) -> bool:
    """Alike but for capitals, or a compound of it: neither right nor wrong."""
    return lemma.lower() == other.lower() or lemma.lower() in other.lower().split("-")


def test_every_small_word_is_known_as_such_with_or_without_accents():
    assert breton.is_function_word("eñ")
    assert breton.is_function_word("en")


def test_two_threads_never_mix_their_words(monkeypatch):
    """As gunicorn's do: a stemmer shared without care mixes letters, or fails."""
    typed = [f"{start}{end}" for start in ("nationali", "organi", "numéri") for end in (
        "sation", "sateurs", "ser", "sées", "sement", "quement", "ques", "té", "tés", "sait",
    )] * 40  # fmt: skip
    alone = [french.stems.__wrapped__(word) for word in typed]
    switch = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as threads:
            together = list(threads.map(french.stems.__wrapped__, typed))
    finally:
        sys.setswitchinterval(switch)
    assert together == alone
