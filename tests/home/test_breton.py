"""Every Breton text that ships is listed with its state, because a speaker must read it."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def files_with_breton() -> set[str]:
    """Data files with a « br = » or « _br = » and the Breton catalogues."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    names = [name for name in listed.stdout.splitlines() if not name.startswith("tests/")]
    data = re.compile(r'\bbr\s*=\s*["\[]|_br\s*=\s*"|"br":')
    return {
        name
        for name in names
        if (ROOT / name).is_file()
        and (
            name.endswith("br/LC_MESSAGES/django.po")
            or (name.endswith((".toml", ".json")) and data.search((ROOT / name).read_text()))
        )
    }


def listed() -> dict[str, str]:
    rows = re.findall(
        r"^\| (\S+) \|[^|]*\| ([^|]+) \|$", (ROOT / "docs/breton.md").read_text(), re.M
    )
    return dict(rows)


def test_every_file_with_breton_is_listed_with_its_state():
    assert not files_with_breton() - set(listed())


def test_no_listed_file_has_gone():
    gone = {name for name in listed() if "/" in name and not (ROOT / name).exists()}
    assert not gone


def test_the_state_is_draft_or_reviewed():
    states = {state.split(",")[0].split(" ")[0] for name, state in listed().items() if "/" in name}
    assert states <= {"draft", "reviewed"}
