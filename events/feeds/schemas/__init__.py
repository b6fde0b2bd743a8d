"""The descriptions served beside the feeds, for machines that want to check what they read."""

from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
FILES = {"schema": "agenda.schema.json", "tableschema": "agenda.tableschema.json"}


@cache
def read(kind: str) -> bytes:
    """The text of « schema » (JSON Schema) or « tableschema » (Table Schema)."""
    return (HERE / FILES[kind]).read_bytes()
