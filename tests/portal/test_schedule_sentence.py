"""A rhythm read back as one sentence, in both languages."""

import pytest

from portal.schedule import describe, from_dict

WEEKLY = {"frequency": "weekly", "weekdays": [1], "until": "2026-06-30"}
SENTENCES = [
    (
        {
            "start": "2026-01-06",
            "starts": "14:00",
            "rule": WEEKLY,
            "skip_school_holidays": True,
            "skip_public_holidays": True,
            "struck": ["2026-03-03"],
        },
        "Tous les mardis à 14 h, du 6 janvier au 30 juin 2026, sauf vacances scolaires (zone B)"
        " et jours fériés, et sauf le 3 mars",
        "Bep Meurzh da 14 eur, eus ar 6 a viz Genver d’an 30 a viz Mezheven 2026,"
        " nemet e-pad ar vakañsoù-skol (takad B) hag en deizioù gouel,"
        " ha nemet an 3 a viz Meurzh",
    ),
    (
        {
            "start": "2026-01-05",
            "starts": "14:30",
            "ends": "16:00",
            "rule": {**WEEKLY, "every": 2, "weekdays": [0, 3]},
        },
        "Toutes les 2 semaines, le lundi et le jeudi de 14 h 30 à 16 h,"
        " du 5 janvier au 30 juin 2026",
        "Bep div sizhun, d’al Lun ha d’ar Yaou eus 14 eur 30 da 16 eur,"
        " eus ar 5 a viz Genver d’an 30 a viz Mezheven 2026",
    ),
    (
        {
            "start": "2026-01-05",
            "starts": "10:00",
            "rule": {**WEEKLY, "frequency": "monthly_weekday", "weekdays": [0], "nth": 2},
        },
        "Le deuxième lundi de chaque mois à 10 h, du 5 janvier au 30 juin 2026",
        "Bep miz, d’an eil Lun da 10 eur, eus ar 5 a viz Genver d’an 30 a viz Mezheven 2026",
    ),
    (
        {"start": "2026-01-05", "starts": "10:00", "added": [{"day": "2026-02-01"}]},
        "Le lundi 5 janvier et le dimanche 1er février 2026 à 10 h",
        "D’al Lun 5 a viz Genver ha d’ar Sul 1añ a viz C’hwevrer 2026 da 10 eur",
    ),
    (
        {"start": "2018-11-19", "days": 7},
        "Du 19 au 25 novembre 2018",
        "Eus an 19 d’ar 25 a viz Du 2018",
    ),
]


@pytest.mark.parametrize(("stored", "french", "breton"), SENTENCES)
def test_a_rhythm_reads_as_a_sentence(stored, french, breton):
    recurrence = from_dict(stored)
    assert describe(recurrence, "fr").replace("\u00a0", " ") == french
    assert describe(recurrence, "br").replace("\u00a0", " ") == breton
