"""Recall and precision of the search on the demonstration site: the table of docs/search.md.

manage.py demo
python -m tests.portal.search.evaluation      (DJANGO_SETTINGS_MODULE and DATABASE_URL as usual)
"""

import re
import sys
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

QUERIES = Path(__file__).with_name("queries.toml")


class Score(NamedTuple):
    """For one query: the pages that answer it, those found, and those of them found first."""

    asked: str
    language: str
    relevant: set[UUID]
    exact: set[UUID]
    found: set[UUID]

    def recall(self, found: set[UUID]) -> float:
        return len(found & self.relevant) / len(self.relevant)

    def precision(self, found: set[UUID]) -> float:
        return len(found & self.relevant) / len(found) if found else 1.0


def scores() -> list[Score]:
    """A score for every query that some page of the loaded site answers."""
    from portal.search.matching import matching_pages
    from portal.search.results import in_readers_words, visible_pages

    texts = _texts()
    scored = []
    for query in tomllib.loads(QUERIES.read_text("utf-8"))["query"]:
        forms = re.compile(query["forms"], re.IGNORECASE)
        relevant = {key for key, text in texts.items() if forms.search(text)}
        matches = matching_pages(visible_pages(), query["asked"])
        found = in_readers_words(matches, query["language"])
        exact = {UUID(key) for _id, key, _language, _type, layer in found if layer == 0}
        everything = {UUID(key) for _id, key, *_rest in found}
        if relevant:
            asked, language = query["asked"], query["language"]
            scored.append(Score(asked, language, relevant, exact, everything))
    return scored


def means(scored: list[Score], language: str) -> dict[str, float]:
    """The mean over the queries of one language: as typed, and with every layer."""
    own = [score for score in scored if score.language == language]
    return {
        "queries": len(own),
        "recall as typed": sum(one.recall(one.exact) for one in own) / len(own),
        "recall": sum(one.recall(one.found) for one in own) / len(own),
        "precision": sum(one.precision(one.found) for one in own) / len(own),
    }


def _texts() -> dict[UUID, str]:
    """The words of every visible page, both languages of it together."""
    from portal.search.results import visible_pages

    texts: dict[UUID, str] = defaultdict(str)
    for page in visible_pages().specific():
        words = page.searchable_text() if hasattr(page, "searchable_text") else ""
        texts[page.translation_key] += f"\n{page.title}\n{words}"
    return texts


def _table() -> str:
    scored = scores()
    lines = [
        f"| {one.language} | {one.asked} | {len(one.relevant)} | {one.recall(one.exact):.2f} "
        f"| {one.recall(one.found):.2f} | {one.precision(one.found):.2f} |"
        for one in scored
    ]
    for language in ("fr", "br"):
        mean = means(scored, language)
        lines.append(
            f"| {language} | **mean of {mean.pop('queries')}** | | "
            + " | ".join(f"**{value:.2f}**" for value in mean.values())
            + " |"
        )
    head = "| | typed | pages | recall as typed | recall | precision |\n|---|---|---|---|---|---|\n"
    return head + "\n".join(lines) + "\n"


if __name__ == "__main__":
    import django

    django.setup()
    sys.stdout.write(_table())
