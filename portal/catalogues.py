"""Keeps the French and Breton catalogues true to the code, without the gettext programs.

Each app has its own catalogue, `<app>/locale/<language>/LC_MESSAGES/django.po`. The templates
under `templates/<app>/` belong to that app; all other templates belong to portal.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

import django
import polib
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("fr", "br")
# What each function's leading arguments mean: c = context, s = singular, p = plural.
SHAPES = {"gettext": "s", "ngettext": "sp", "pgettext": "cs", "npgettext": "csp"}
QUOTED = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
TEMPLATE_CALL = re.compile(rf"\b(n?p?gettext|_)\(\s*({QUOTED}(?:\s*,\s*{QUOTED})*)")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w*\}")


class Message(NamedTuple):
    """One thing to translate; an empty plural means it has none."""

    msgid: str
    plural: str = ""
    context: str | None = None

    @property
    def key(self) -> tuple[str | None, str]:
        return self.context, self.msgid


def app_names() -> list[str]:
    """The apps of this repository, known by their models, in alphabetical order."""
    return sorted({path.parent.name for path in ROOT.glob("*/models*")})


def catalogue_path(app: str, language: str) -> Path:
    return ROOT / app / "locale" / language / "LC_MESSAGES" / "django.po"


def open_catalogue(app: str, language: str) -> polib.POFile:
    """The app's catalogue, or a new one that has the same plural rule as Django's own."""
    path = catalogue_path(app, language)
    catalogue = polib.pofile(str(path)) if path.exists() else polib.POFile()
    catalogue.wrapwidth = 99
    catalogue.metadata = {
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": plural_rule(language),
    }
    return catalogue


def plural_rule(language: str) -> str:
    """Django keeps catalogues apart whose rules differ by a byte, so its own is taken as it is."""
    folder = Path(django.__file__).parent / "conf" / "locale" / language / "LC_MESSAGES"
    return str(polib.pofile(str(folder / "django.po")).metadata["Plural-Forms"])


def plural_count(language: str) -> int:
    return int(plural_rule(language).removeprefix("nplurals=").split(";")[0])


def messages_of(app: str) -> dict[Message, set[str]]:
    """Every message of the app, with the files that say it (relative to the repository)."""
    found: dict[Message, set[str]] = defaultdict(set)
    for path in sorted((ROOT / app).rglob("*.py")):
        if "migrations" not in path.parts:
            _note(found, path, messages_in_python(path.read_text()))
    for path in _templates_of(app):
        _note(found, path, messages_in_template(path.read_text()))
    return found


def _note(found: dict[Message, set[str]], path: Path, messages: Iterable[Message]) -> None:
    for message in messages:
        found[message].add(str(path.relative_to(ROOT)))


def _templates_of(app: str) -> Iterator[Path]:
    others = set(app_names()) - {app}
    for path in sorted([*ROOT.glob("templates/**/*.*"), *ROOT.glob(f"{app}/templates/**/*.*")]):
        room = path.relative_to(ROOT).parts[1]
        owner = app if room == "templates" or (app == "portal" and room not in others) else room
        if owner == app and path.suffix in {".html", ".txt", ".xml", ".svg"}:
            yield path


def messages_in_python(source: str) -> Iterator[Message]:
    tree = ast.parse(source)
    names = _imported_names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            shape = SHAPES.get(_function_name(node.func, names), "")
            said = [getattr(argument, "value", None) for argument in node.args[: len(shape)]]
            words = [word for word in said if isinstance(word, str)]
            if shape and len(words) == len(shape):
                yield _message(shape, words)


def _imported_names(tree: ast.AST) -> dict[str, str]:
    return {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
    }


def _function_name(function: ast.expr, names: dict[str, str]) -> str:
    name = names.get(getattr(function, "id", ""), getattr(function, "attr", ""))
    return name.removesuffix("_lazy").removesuffix("_noop")


def messages_in_template(source: str) -> Iterator[Message]:
    for name, words in TEMPLATE_CALL.findall(templatize(source)):
        shape = SHAPES["gettext" if name == "_" else name]
        yield _message(shape, ast.literal_eval(f"({words},)"))


def _message(shape: str, words: Iterable[str]) -> Message:
    said = dict(zip(shape, words, strict=False))
    return Message(said["s"], said.get("p", ""), said.get("c"))


def merge(catalogue: polib.POFile, wanted: dict[Message, set[str]], plurals: int) -> None:
    """Adds what is missing and notes where each message stands, sorted by message."""
    known = {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
    for message, files in wanted.items():
        entry = known.get(message.key)
        if entry is None:
            entry = polib.POEntry(msgid=message.msgid, msgctxt=message.context)
            catalogue.append(entry)
            known[message.key] = entry
        if message.plural:
            entry.msgid_plural, entry.msgstr = message.plural, ""
            forms = entry.msgstr_plural
            entry.msgstr_plural = {form: forms.get(form, "") for form in range(plurals)}
        entry.occurrences = [(path, "") for path in sorted(files)]
        entry.flags = ["python-format"] if "%(" in message.msgid + message.plural else []
    catalogue.sort(key=lambda entry: (entry.msgid, entry.msgctxt or ""))


def prune(catalogue: polib.POFile, wanted: dict[Message, set[str]]) -> None:
    """Removes what the code no longer says."""
    keys = {message.key for message in wanted}
    catalogue[:] = [entry for entry in catalogue if (entry.msgctxt, entry.msgid) in keys]


def save(catalogue: polib.POFile, path: Path) -> None:
    if not path.exists() or path.read_text() != str(catalogue):
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(path))


def faults(catalogue: polib.POFile, wanted: dict[Message, set[str]]) -> Iterator[str]:
    """What keeps the catalogue from being complete, a line each."""
    known = {(entry.msgctxt, entry.msgid): entry for entry in catalogue}
    for message in wanted:
        if message.key not in known:
            yield f"not in the catalogue: {message.msgid!r}"
    keys = {message.key for message in wanted}
    for entry in catalogue:
        if (entry.msgctxt, entry.msgid) not in keys:
            yield f"not in the code any more (words --prune): {entry.msgid!r}"
        elif not entry.translated():
            yield f"not translated: {entry.msgid!r}"
        elif lost := _lost_placeholders(entry):
            yield f"{', '.join(sorted(lost))} differs in the translation of {entry.msgid!r}"


def _lost_placeholders(entry: polib.POEntry) -> set[str]:
    """A placeholder every form must keep; a singular may say « one » instead of the number."""
    wanted = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
    needed = wanted & set(PLACEHOLDER.findall(entry.msgid)) if entry.msgid_plural else wanted
    forms = [entry.msgstr] if entry.msgstr else entry.msgstr_plural.values()
    said = [set(PLACEHOLDER.findall(form)) for form in forms]
    return {name for words in said for name in (words - wanted) | (needed - words)}


def compile_changed() -> list[Path]:
    """Makes the .mo that Django reads beside each .po that is newer; returns those written."""
    written = []
    for source in sorted(ROOT.glob("*/locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            # Two commands started together may both compile: each writes a file of its own.
            fresh = target.with_suffix(f".mo.{token_hex(4)}.new")
            polib.pofile(str(source)).save_as_mofile(str(fresh))
            fresh.replace(target)
            written.append(target)
    return written
