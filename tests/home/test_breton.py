"""Every Breton text that ships is listed with its state, because a speaker must read it."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


# No words of ours: nothing at all, the name of a dictionary, and the words it lacks.
OTHERS = {"portal/formats/br/__init__.py", "tools/spelling/__main__.py", "tools/spelling/br.txt"}


def files_with_breton() -> set[str]:
    """What lies in a folder of Breton, and whatever sets Breton words beside French ones."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    names = [name for name in listed.stdout.splitlines() if not name.startswith("tests/")]
    own = re.compile(r"(^|/)br(/|\.)")
    data = re.compile(r'\bbr\s*=\s*["\[]|_br\s*=\s*"|"br":')
    module = re.compile(r'"br":\s*f?"|_br\s*=\s*f?"|"lang": "br"')
    page = re.compile(r'<\w+ [^>]*lang="br"[^>]*>\s*(?:<\w+>)?[A-ZÀ-Ý]')
    beside = {".toml": data, ".json": data, ".py": module, ".html": page}

    def holds(name: str) -> bool:
        words = beside.get(Path(name).suffix)
        return bool(own.search(name) or (words and words.search((ROOT / name).read_text())))

    return {name for name in names if (ROOT / name).is_file() and holds(name)} - OTHERS


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
