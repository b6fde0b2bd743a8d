"""The words every room of the demonstration needs first: themes, audiences, explained words."""

import tomllib
from pathlib import Path

from portal.models import Audience, GlossaryEntry, Theme

HERE = Path(__file__).parent


def load_words() -> None:
    """Safe to run again: words an editor changed stay."""
    labels = tomllib.loads((HERE / "themes.toml").read_text("utf-8"))
    for model, name in ((Theme, "themes"), (Audience, "audiences")):
        for row in labels[name]:
            model.objects.get_or_create(
                slug=row["slug"], defaults={"name_fr": row["fr"], "name_br": row["br"]}
            )
    for row in tomllib.loads((HERE / "glossary.toml").read_text("utf-8"))["entries"]:
        GlossaryEntry.objects.get_or_create(word=row["word"]["fr"], defaults=_entry(row))


def _entry(row: dict[str, dict]) -> dict[str, str]:
    return {
        "forms": ", ".join(row.get("forms", {}).get("fr", [])),
        "meaning": row["meaning"]["fr"],
        "word_br": row["word"].get("br", ""),
        "forms_br": ", ".join(row.get("forms", {}).get("br", [])),
        "meaning_br": row["meaning"].get("br", ""),
    }
