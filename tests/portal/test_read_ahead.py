"""A new worker reads before its first visitor, whom nothing but the page itself keeps waiting."""

import os
import subprocess
import sys

from portal.read_ahead import house_templates, read_ahead
from tests.test_consistency import ROOT

# What a new process still has to import or to compile once the application stands.
LEFT = """
import sys
from portal.wsgi import application
from django.template import engines
from portal.read_ahead import house_templates
cached = {str(name) for name in engines["django"].engine.template_loaders[0].get_template_cache}
print(set(house_templates()) - cached, "portal.urls" in sys.modules)
"""


def test_reading_ahead_needs_no_database_so_a_worker_starts_while_it_is_away():
    read_ahead()  # pytest-django forbids a test without its mark to ask the database


def test_a_worker_has_every_address_and_template_before_it_answers(tmp_path):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tools.bench.settings",
        "VAR_DIR": str(tmp_path),
        "DATABASE_URL": "postgres://nobody@127.0.0.1:1/away",
    }
    told = subprocess.run(
        [sys.executable, "-c", LEFT], cwd=ROOT, env=environment, text=True, capture_output=True
    )
    assert told.stdout == "set() True\n", told.stderr


def test_the_templates_of_the_house_are_found():
    assert {"base.html", "home/home_page.html", "events/ways.html"} <= set(house_templates())
