"""The territory is one file, and answers where and how far without a database."""

import json

import pytest

from portal import territory
from portal.territory.drawing import drawing


def test_the_pays_de_lorient_has_thirty_communes_under_two_names():
    communes = territory.communes()
    assert len(communes) == 30
    assert all(set(each.names) == {"fr", "br"} for each in communes)
    assert all(each.postcodes and each.intercommunality for each in communes)


def test_the_territory_has_a_name_in_each_language():
    assert territory.name("fr") == "Pays de Lorient"
    assert territory.name("br") == "Bro an Oriant"
    assert territory.name("de") == "Pays de Lorient"


def test_accents_do_not_change_the_order_of_names():
    names = [each.name() for each in territory.communes()]
    assert names.index("Gâvres") < names.index("Gestel") < names.index("Groix")
    assert names.index("Quéven") < names.index("Quistinic")


def test_a_breton_list_starts_with_the_breton_name():
    choices = territory.choices("br")
    assert choices[0] == ("56107", "An Arvor – Larmor-Plage")
    assert [names for _, names in choices] == sorted(
        (names for _, names in choices), key=territory.collation
    )


@pytest.mark.parametrize("text", ["Groix", "groe", "GROIX ", "56069"])
def test_a_commune_is_found_by_either_name(text):
    assert territory.find(text).code == "56069"


@pytest.mark.parametrize("text", ["inzinzac lochrist", "Zinzag-Lokrist", "larmor  plage"])
def test_hyphens_and_accents_are_free(text):
    assert territory.find(text) is not None


@pytest.mark.parametrize("text", ["", "Paris", "'; --", "\x00", "é" * 5000])
def test_an_unknown_name_is_nothing(text):
    assert territory.find(text) is None


def test_lorient_and_port_louis_face_each_other_across_the_roadstead():
    lorient, port_louis = territory.find("Lorient"), territory.find("Port-Louis")
    assert 4 < territory.distance_km(lorient, port_louis) < 6
    assert territory.distance_km(lorient, lorient) == 0


def test_communes_around_come_nearest_first_with_itself_at_the_head():
    around = territory.within("56121", 6)
    assert around[0] == "56121"
    assert "56098" in around and "56069" not in around
    assert territory.within("56121", 0) == ["56121"]


def test_nothing_is_near_a_place_that_is_not_ours():
    assert territory.within("75056", 100) == []
    assert territory.commune("75056") is None


def test_groix_is_an_island():
    assert [each.name() for each in territory.communes() if each.island] == ["Groix"]


def test_slugs_are_plain_letters_and_unique_in_each_language():
    for language in ("fr", "br"):
        slugs = [each.slugs[language] for each in territory.communes()]
        assert len(set(slugs)) == 30
        assert all(slug.isascii() and slug == slug.lower() for slug in slugs)


def test_another_territory_replaces_the_file(tmp_path, settings):
    commune = {
        "code": "29039",
        "names": {"fr": "Concarneau", "br": "Konk-Kerne"},
        "postcodes": ["29900"],
        "centre": [47.87, -3.92],
        "intercommunality": "Concarneau Cornouaille",
    }
    other = tmp_path / "elsewhere.json"
    other.write_text(json.dumps({"name": {"fr": "Ailleurs"}, "communes": [commune]}))
    settings.TERRITORY_FILE = other
    territory.forget_file()
    try:
        assert territory.name("br") == "Ailleurs"
        assert territory.choices("br") == [("29039", "Konk-Kerne – Concarneau")]
        assert [cell["name"] for cell in drawing({})["cells"]] == ["Concarneau"]
    finally:
        del settings.TERRITORY_FILE
        territory.forget_file()


BREST = {
    "29011": ("Bohars", 48.43, -4.51),
    "29019": ("Brest", 48.39, -4.49),
    "29061": ("Gouesnou", 48.45, -4.46),
    "29069": ("Guilers", 48.43, -4.56),
    "29075": ("Guipavas", 48.43, -4.40),
    "29235": ("Le Relecq-Kerhuon", 48.41, -4.40),
    "29189": ("Plougastel-Daoulas", 48.37, -4.37),
    "29212": ("Plouzané", 48.38, -4.62),
}


def test_brest_metropole_takes_the_portal_over_with_one_file(tmp_path, settings):
    rows = [
        {
            "code": code,
            "names": {"fr": name},
            "postcodes": ["29200"],
            "centre": [latitude, longitude],
            "intercommunality": "Brest métropole",
        }
        for code, (name, latitude, longitude) in BREST.items()
    ]
    settings.TERRITORY_FILE = tmp_path / "brest.json"
    settings.TERRITORY_FILE.write_text(
        json.dumps({"name": {"fr": "Brest métropole"}, "communes": rows})
    )
    territory.forget_file()
    try:
        assert len(territory.choices("br")) == 8
        assert territory.find("plougastel daoulas").code == "29189"
        assert "29235" in territory.within("29075", 5)
        sheet = drawing({"29019": {"count": 3, "label": "3 lieux"}})
        dots = {cell["name"]: dot_of(cell) for cell in sheet["cells"]}
        assert dots["Plouzané"].real < dots["Brest"].real < dots["Plougastel-Daoulas"].real
        assert dots["Gouesnou"].imag < dots["Brest"].imag
        for dot in dots.values():
            assert 0 < dot.real < sheet["width"]
            assert 0 < dot.imag < sheet["height"]
    finally:
        del settings.TERRITORY_FILE
        territory.forget_file()


def dot_of(cell) -> complex:
    return complex(int(cell["dot"]["x"]), int(cell["dot"]["y"]))


def test_the_map_has_a_shape_for_each_commune():
    cells = drawing({}, "fr")["cells"]
    assert [cell["name"] for cell in cells] == [each.name() for each in territory.communes()]
    assert all(cell["d"].startswith("M") for cell in cells)


def test_the_map_stays_light_and_inside_its_frame():
    sheet = drawing({}, "fr")
    assert sum(len(cell["d"]) for cell in sheet["cells"]) < 12_000
    for dot in map(dot_of, sheet["cells"]):
        assert 0 < dot.real < sheet["width"]
        assert 0 < dot.imag < sheet["height"]


def test_no_dot_of_the_map_hides_another():
    dots = [dot_of(cell) for cell in drawing({}, "fr")["cells"]]
    gaps = [abs(a - b) for i, a in enumerate(dots) for b in dots[i + 1 :]]
    assert min(gaps) > 28


def test_a_cell_says_its_name_and_its_figure():
    items = {"56083": {"url": "/fr/lieux/?commune=56083", "count": 3, "label": "3 lieux"}}
    by_name = {cell["name"]: cell for cell in drawing(items, "br", current="56083")["cells"]}
    assert by_name["Henbont"]["spoken"] == "Henbont, 3 lieux"
    assert by_name["Henbont"]["current"] and not by_name["Groe"]["current"]
    assert by_name["Groe"]["url"] == "" and by_name["Groe"]["count"] is None
