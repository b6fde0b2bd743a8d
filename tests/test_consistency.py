"""Habits of the house that nobody has to remember, because a test does."""

import re
import subprocess
import warnings
from collections import defaultdict
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.template import engines
from django.template.library import import_library

from portal import catalogues

ROOT = Path(__file__).resolve().parent.parent
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc"}
ERROR_PAGES = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html", "503.html"}


def tracked_files() -> list[Path]:
    """The files of the repository, new ones too, without those git ignores."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    paths = [ROOT / name for name in listed.stdout.splitlines()]
    return [path for path in paths if path.is_file()]


def test_no_file_has_a_name_that_says_nothing():
    vague = [path for path in tracked_files() if VAGUE & {path.stem, *path.relative_to(ROOT).parts}]
    assert not vague


# These stand in place of the sign-in pages of a dependency, which names them.
# Wagtail and allauth name theirs; a frame's text is chosen by the kind of its block.
REPLACED = ("account/", "allauth/", "guides/text/")


def test_every_template_is_used():
    templates = {str(path.relative_to(ROOT / "templates")) for path in _templates()}
    named = "".join(path.read_text() for path in [*_templates(), *_sources()])
    ours = {name for name in templates - ERROR_PAGES if not name.startswith(REPLACED)}
    unused = {name for name in ours if name not in named}
    assert not unused - _page_templates()


def test_a_template_loads_only_what_it_uses():
    known, idle = engines["django"].engine.template_libraries, []
    for path in _templates():
        text = path.read_text()
        loads = re.compile(r"{% load ([\w ]+) %}").findall(text)
        for name in " ".join(loads).split():
            library = known[name]
            library = import_library(library) if isinstance(library, str) else library
            tags = "|".join(map(re.escape, library.tags)) or "-"
            filters = "|".join(map(re.escape, library.filters)) or "-"
            if not re.search(rf"{{%\s*({tags})\b|\|\s*({filters})\b", text):
                idle.append(f"{path.relative_to(ROOT)}: {name}")
    assert not idle


def _templates():
    return [path for path in tracked_files() if path.is_relative_to(ROOT / "templates")]


def _sources():
    return [path for path in tracked_files() if path.suffix == ".py"]


def _page_templates():
    """A page's template goes by its model's name, and needs no line in the code."""
    from wagtail.models import get_page_models

    return {model.template for model in get_page_models()}


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
@pytest.mark.parametrize("app", catalogues.app_names())
def test_every_word_is_translated(app, language):
    wanted = catalogues.messages_of(app)
    catalogue = catalogues.open_catalogue(app, language)
    faults = list(catalogues.faults(catalogue, wanted))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", catalogues.LANGUAGES)
def test_the_same_words_have_one_translation(language):
    """Django puts the catalogues together, so the last app's words would win everywhere."""
    said = defaultdict(set)
    for app in catalogues.app_names():
        for entry in catalogues.open_catalogue(app, language):
            forms = (entry.msgstr, *entry.msgstr_plural.values())
            said[entry.msgctxt, entry.msgid].add(forms)
    different = {msgid: forms for (_, msgid), forms in said.items() if len(forms) > 1}
    assert not different


def test_the_catalogues_know_every_app_of_the_site():
    ours = {name.split(".")[0] for name in settings.INSTALLED_APPS}
    assert set(catalogues.app_names()) == {name for name in ours if (ROOT / name).is_dir()}


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


def test_the_dependencies_are_pinned_with_hashes():
    for name in ("requirements.txt", "requirements-dev.txt", "tools/uv.txt"):
        for block in re.split(r"\n(?=[a-z])", (ROOT / name).read_text()):
            assert block.startswith("#") or "--hash=sha256:" in block, f"{name}: {block[:60]}"


def test_long_files_are_only_mentioned():
    """A long file is not wrong, it is a question: does it do two things?"""
    limits = {".py": 300, ".html": 100, ".js": 300}
    for path in tracked_files():
        lines = path.read_text().count("\n") if path.suffix in limits else 0
        if lines > limits.get(path.suffix, 0) and "migrations" not in path.parts:
            warnings.warn(f"{path.relative_to(ROOT)} has {lines} lines", stacklevel=1)
