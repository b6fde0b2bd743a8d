"""Plain language: what is counted, what is advised, and what never stops anybody."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.readability import check, score, sentences
from guides.syllables import syllables
from tests.test_consistency import ROOT

JARGON = tomllib.loads((ROOT / "guides/plain_words.toml").read_text())
# Spoken syllables, by ear.
SPOKEN = """
chat 1 maison 2 ordinateur 4 téléphone 3 message 2 bloqué 2 colis 2 payer 2 attention 3 mot 1 passe 1
information 4 sécurité 4 internet 3 banque 1 carte 1 numéro 3 piège 1 cliquer 2 lien 1 adresse 2
officiel 3 application 4 vérifier 3 personne 2 confiance 2 conseiller 3 atelier 3 jeudi 2 réseau 2
photo 2 ami 2 amie 2 données 2 personnelles 3 sauvegarde 3 copie 2 disque 1 clé 1 fichier 2 virus 2
fenêtre 2 écran 2 arnaque 2 argent 2 achat 2 ligne 1 vendeur 2 gratuit 2 café 2 méchant 2 école 2
police 2 plainte 1 démarche 2 impôts 2 formulaire 3 signature 3 aujourd’hui 3 bientôt 2 vieille 1
nuit 1 huit 1 oiseau 2 eau 1 feuille 1 famille 2 fille 1 ville 1 million 2 travail 2 accueil 2
sœur 1 pays 2 voyage 2 employé 3 envoyer 3 noël 2 maïs 2 poème 2 théâtre 2 création 3 août 1 science 1
client 2 ouvrier 3 février 3 plier 2 oublier 3 prière 2 cliquent 1 envoient 2 parlent 1 veulent 1
souvent 2 content 2 appartement 4 gouvernement 4 hameçonnage 4 authentification 6 dématérialisation 7
vie 1 rue 1 année 2 arrivée 3 fouet 1 suivre 1 puis 1 cruel 2 question 2 guerre 1 guichet 2 langue 1
quatre 1 yeux 1 bruyant 2 appuyer 3 moi 1 boîte 1 croissant 2 froid 1 moyen 2 citoyen 3 l’ordinateur 4
rendez-vous 3 sms 3 17 2
""".split()


def codes(text: str, field: str = "bubble") -> set[str]:
    return {note.code for note in check(text, field, JARGON)}


@pytest.mark.parametrize(("word", "count"), list(zip(SPOKEN[::2], SPOKEN[1::2], strict=True)))
def test_syllables_are_counted_as_they_are_spoken(word, count):
    assert syllables(word) == int(count)


def test_an_abbreviation_and_a_price_end_no_sentence():
    assert sentences("M. Martin paie 1.99 €. Il est content !") == [
        "M Martin paie 199 €.",
        "Il est content !",
    ]


def test_a_plain_bubble_calls_for_no_advice():
    assert codes("Puis je l’efface. Et je ne clique jamais !") == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a" * 91, "length"),
        ("Un. Deux. Trois.", "sentences"),
        ("Je vais aller voir le médiateur du tiers-lieu parce que mon téléphone ne marche plus.", "sentence"),
        ("Votre interlocuteur est pressé.", "jargon"),
        ("Le dossier est traité par la mairie.", "passive"),
        ("Vous ne pouvez pas ignorer ce message : ce n’est pas impossible.", "negation"),
        ("ATTENTION DANGER IMMEDIAT", "capitals"),
        ("Appelez la CNIL.", "acronym"),
        ("Cliquez (vite).", "brackets"),
        ("C’est malheureusement vrai.", "long-word"),
    ],
)
def test_each_fault_has_its_advice(text, code):
    assert code in codes(text)


def test_a_difficult_word_comes_with_a_plainer_one():
    (note,) = check("On appelle ça l’hameçonnage.", "bubble", JARGON)
    assert "faux message qui vous piège" in note.text


def test_the_longer_expression_wins():
    texts = [note.text for note in check("La double authentification.", "text", JARGON)]
    assert len([text for text in texts if "authentification" in text]) == 1


def test_breton_is_measured_only_by_its_length():
    text = "Kelaouiñ a ran ma zud nes gant an interlocuteur."
    assert check(text, "bubble", JARGON, "br") == []


def test_an_official_letter_is_harder_than_a_comic():
    letter = (
        "Conformément aux dispositions réglementaires susmentionnées, l’administration procédera "
        "ultérieurement à la dématérialisation de l’ensemble des formulaires."
    )
    assert score(letter).ease < 40
    assert score("Je ne clique pas. Je vérifie. Je demande conseil.").ease > 85
    assert score("…") is None


@given(st.text(max_size=6000), st.sampled_from(["bubble", "narration", "rule", "text"]))
def test_nothing_typed_breaks_the_checker(text, field):
    check(text, field, JARGON)
    score(text)


def test_the_twelve_guides_are_very_easy_to_read():
    for path in sorted((ROOT / "guides/demo/fr").glob("*.toml")):
        guide = tomllib.loads(path.read_text())
        if "strip" not in guide:
            continue
        bubbles = [b.split(": ", 1)[1] for s in guide["strip"] for b in s.get("bubbles", [])]
        narrations = [s["narration"] for s in guide["strip"] if s.get("narration")]
        told = [guide["summary"], *bubbles, *narrations, *guide["key_points"]]
        assert score("\n".join(told)).ease >= 85, path.name
        alerts = [n for text in bubbles for n in check(text, "bubble", JARGON) if n.level == "alert"]
        assert not alerts, path.name
