"""Each dependency is pinned by its digest, and none is older than its last known fault."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
# The first version without the faults known when this was written.
SAFE = {
    "django": "5.2.8",
    "wagtail": "7.4",
    "pillow": "11.3",
    "gunicorn": "22",
    "sqlparse": "0.5.2",
    "requests": "2.32.4",
    "urllib3": "2.5",
    "nh3": "0.2.14",
    "django-allauth": "65.3",
    "django-axes": "6",
    "icalendar": "5",
    "jinja2": "3.1.6",
}


def pinned(name: str) -> dict[str, Version]:
    lines = (ROOT / name).read_text().splitlines()
    found = {}
    for line in lines:
        if match := re.match(r"([A-Za-z0-9_.\[\]-]+==[^ ;]+)", line):
            asked = Requirement(match[1])
            found[asked.name.lower()] = Version(str(asked.specifier).removeprefix("=="))
    return found


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_each_line_is_one_version_with_its_digest(name):
    text = (ROOT / name).read_text()
    asked = re.findall(r"^[A-Za-z0-9][^\n#]*$", text, re.MULTILINE)
    assert asked
    assert all("==" in line for line in asked)
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text)
    assert all("--hash=sha256:" in block for block in blocks if "==" in block)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_no_version_has_a_known_fault(name):
    there = pinned(name)
    known = {one: Version(safe) for one, safe in SAFE.items() if one in there}
    old = {one: str(there[one]) for one, safe in known.items() if there[one] < safe}
    assert not old
