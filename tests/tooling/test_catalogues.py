"""The catalogues follow the code: nothing forgotten, nothing invented, no placeholder lost."""

import polib
import pytest

from portal import catalogues
from portal.catalogues import Message


def test_words_are_found_under_every_name_a_file_gives_the_functions():
    source = """
from django.utils.translation import gettext as _, ngettext_lazy, pgettext, npgettext_lazy as np
from django.utils import translation

_("Place")
ngettext_lazy("%(n)s date", "%(n)s dates", 3)
pgettext("a month", "May")
np("seats", "one", "many", 2)
translation.gettext_lazy("Guide")
_(variable)
len("not a message")
"""
    assert set(catalogues.messages_in_python(source)) == {
        Message("Place"),
        Message("%(n)s date", "%(n)s dates"),
        Message("May", context="a month"),
        Message("one", "many", "seats"),
        Message("Guide"),
    }


def test_words_are_found_in_templates():
    source = """
{% translate "It's open" %} {{ _("Map") }} {% translate "May" context "a month" %}
{% blocktranslate count n=n trimmed %}
  {{ n }} date
{% plural %}
  {{ n }} dates
{% endblocktranslate %}
"""
    assert set(catalogues.messages_in_template(source)) == {
        Message("It's open"),
        Message("Map"),
        Message("May", context="a month"),
        Message("%(n)s date", "%(n)s dates"),
    }


def test_a_new_catalogue_has_the_plural_rule_of_django_to_the_byte():
    rule = catalogues.open_catalogue("no_such_app", "br").metadata["Plural-Forms"]
    assert rule == catalogues.plural_rule("br")
    assert catalogues.plural_count("br") == 5


def test_merging_keeps_what_was_translated_and_adds_what_is_new():
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="Place", msgstr="Lieu"))
    wanted = {Message("Place"): {"b.py", "a.py"}, Message("%(n)s date", "%(n)s dates"): {"a.py"}}
    catalogues.merge(catalogue, wanted, plurals=2)
    dates, place = catalogue
    assert (place.msgstr, place.occurrences) == ("Lieu", [("a.py", ""), ("b.py", "")])
    assert dates.msgstr_plural == {0: "", 1: ""}


def test_pruning_removes_what_the_code_no_longer_says():
    catalogue = polib.POFile()
    catalogue.extend([polib.POEntry(msgid="Place"), polib.POEntry(msgid="Gone")])
    catalogues.prune(catalogue, {Message("Place"): {"a.py"}})
    assert [entry.msgid for entry in catalogue] == ["Place"]


def test_what_the_code_no_longer_says_is_a_fault_until_it_is_pruned():
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="Gone", msgstr="Parti"))
    fault = "not in the code any more (words --prune): 'Gone'"
    assert list(catalogues.faults(catalogue, {})) == [fault]


@pytest.mark.parametrize(
    ("translation", "fault"),
    [
        ("", "not translated: 'Hello %(name)s'"),
        ("Bonjour", "%(name)s differs in the translation of 'Hello %(name)s'"),
        ("Bonjour %(nom)s", "%(name)s, %(nom)s differs in the translation of 'Hello %(name)s'"),
    ],
)
def test_a_translation_keeps_its_placeholders(translation, fault):
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="Hello %(name)s", msgstr=translation))
    assert list(catalogues.faults(catalogue, {Message("Hello %(name)s"): {"a.py"}})) == [fault]


def test_a_singular_may_leave_its_number_out():
    message = Message("One place left", "%(n)s places left")
    forms = {0: "Il reste une place", 1: "Il reste %(n)s places"}
    entry = polib.POEntry(msgid=message.msgid, msgid_plural=message.plural, msgstr_plural=forms)
    catalogue = polib.POFile()
    catalogue.append(entry)
    assert not list(catalogues.faults(catalogue, {message: {"a.py"}}))


@pytest.fixture
def catalogue(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogues, "ROOT", tmp_path)
    source = tmp_path / "app/locale/fr/LC_MESSAGES/django.po"
    source.parent.mkdir(parents=True)
    source.write_text('msgid "Place"\nmsgstr "Lieu"\n')
    return source


def test_only_changed_catalogues_are_compiled(catalogue):
    compiled = catalogue.with_suffix(".mo")
    assert catalogues.compile_changed() == [compiled]
    assert catalogues.compile_changed() == []
    assert polib.mofile(str(compiled))[0].msgstr == "Lieu"


def test_two_commands_started_together_may_compile_the_same_catalogue(catalogue, monkeypatch):
    save = polib.POFile.save_as_mofile

    def meanwhile_another_command_compiles(self, path):
        save(self, path)
        monkeypatch.setattr(polib.POFile, "save_as_mofile", save)
        catalogues.compile_changed()

    monkeypatch.setattr(polib.POFile, "save_as_mofile", meanwhile_another_command_compiles)
    catalogues.compile_changed()
    assert [path.name for path in sorted(catalogue.parent.iterdir())] == ["django.mo", "django.po"]
