"""Holds the house's one rule of construction: an arrow goes down only."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BELOW = {
    "portal": set(),
    "guides": {"portal"},
    "mediation": {"portal"},
    "events": {"mediation", "portal"},
    "participation": {"events", "mediation", "guides", "portal"},
    "home": {"events", "guides", "mediation", "portal"},
}
# Settings and urls name every room; commands and migrations furnish the whole house.
EXCUSED = {"settings", "urls.py", "migrations", "commands"}


def imported_apps(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return {name.split(".")[0] for name in names} & set(BELOW)


@pytest.mark.parametrize("app", BELOW)
def test_an_app_imports_only_the_apps_below_it(app):
    for path in sorted((ROOT / app).rglob("*.py")):
        if not EXCUSED & set(path.relative_to(ROOT).parts):
            above = imported_apps(path) - BELOW[app] - {app}
            assert not above, f"{path.relative_to(ROOT)} imports {', '.join(sorted(above))}"


def test_no_app_imports_the_tests():
    for app in BELOW:
        for path in sorted((ROOT / app).rglob("*.py")):
            assert "import tests" not in (text := path.read_text()), path
            assert "from tests" not in text, path
