"""The questions of 2016, 2018 and today, with their cards, and the users' committee.

Cards of 2016 and 2018 are what the documents report, in our words (participation/demo and
events/demo name each source). Safe to run again: what is there stays as it is.
"""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.html import format_html_join
from wagtail.models import Page

from participation.models import (
    Card,
    CardGroup,
    ParticipationIndexPage,
    QuestionPage,
    UsersCommitteePage,
)
from portal.translation.twin import pairs, paragraphs, twin

HERE = Path(__file__).parent
EVENTS = HERE.parent.parent / "events" / "demo"
# How the documents sort what was said.
SIDES = {
    "strengths": ("Forces", "Nerzhioù"),
    "weaknesses": ("Faiblesses", "Gwanderioù"),
    "hopes": ("Espoirs", "Spi"),
    "fears": ("Craintes", "Aon"),
    "tracks": ("Pistes", "Hentoù"),
}


def load(
    home: Page, editions: dict[str, Page] | None = None, invented: bool = True
) -> ParticipationIndexPage:
    """Under the French home page; `editions` by slug (« 2018 », « current »…) are linked.

    Without `invented`, what only shows how a page looks stays away.
    """
    data = tomllib.loads((HERE / "questions.toml").read_text("utf-8"))
    index = _index(home, data["index"])
    for row in _kept(data["questions"], invented):
        question = _question(index, row, editions or {})
        if not question.cards.exists():
            _cards(question, row)
    _committee(index, data["committee"], invented)
    return index


def _kept(rows: list[dict[str, Any]], invented: bool) -> list[dict[str, Any]]:
    return [row for row in rows if invented or not row.get("demonstration")]


def _publish(parent: Page, page: Page, words: dict[str, str]) -> Page:
    parent.add_child(instance=page)
    page.save_revision().publish()
    twin(page, words)
    return page


def _standing(model, parent: Page, slug: str):
    """What is there already stays as editors left it."""
    return model.objects.child_of(parent).filter(slug=slug).first()


def _rich(text: str) -> str:
    return str(format_html_join("", "<p>{}</p>", ((part,) for part in paragraphs(text))))


def _index(home: Page, row: dict[str, Any]) -> ParticipationIndexPage:
    if found := _standing(ParticipationIndexPage, home, row["slug"]["fr"]):
        return found
    page = ParticipationIndexPage(slug=row["slug"]["fr"])
    page.title, page.introduction = row["title"]["fr"], row["introduction"]["fr"]
    page.charter = [("rule", rule["fr"]) for rule in row["charter"]]
    return _publish(home, page, pairs(row))


def _question(index: Page, row: dict[str, Any], editions: dict[str, Page]) -> QuestionPage:
    if found := _standing(QuestionPage, index, row["slug"]["fr"]):
        return found
    page = QuestionPage(slug=row["slug"]["fr"])
    page.title, page.introduction = row["title"]["fr"], row["introduction"]["fr"]
    page.moment = row["moment"]
    page.opens, page.closes = _days(row)
    page.event = editions.get(row["edition"])
    page.is_demonstration = row.get("demonstration", False)
    page.synthesis = _rich(row.get("synthesis", {}).get("fr", ""))
    page.outcomes = [("outcome", _outcome(outcome)) for outcome in row.get("outcomes", [])]
    same = {outcome["source"]: outcome["source"] for outcome in row.get("outcomes", [])}
    return _publish(index, page, same | pairs(row))


def _days(row: dict[str, Any]) -> tuple[dt.date, dt.date]:
    """Fixed days, or days around today."""
    if "opens" in row:
        return row["opens"], row["closes"]
    today = timezone.localdate()
    return tuple(today + dt.timedelta(days=row[key]) for key in ("first_day", "last_day"))


def _outcome(row: dict[str, Any]) -> dict[str, str]:
    return {
        "date": row["date"]["fr"],
        "status": row["status"],
        "text": row["text"]["fr"],
        "source": row["source"],
    }


def _cards(question: QuestionPage, row: dict[str, Any]) -> None:
    if "cards_from" in row:
        _reported(question, row)
    groups = {}
    for position, group in enumerate(row.get("groups", [])):
        groups[group["key"]] = CardGroup.objects.create(
            question=question,
            title=group["title"]["fr"],
            title_br=group["title"]["br"],
            position=position,
        )
    for card in row.get("cards", []):
        Card.objects.create(
            question=question,
            words=card["text"],
            language=card["language"],
            paper=card.get("paper", ""),
            group=groups.get(card.get("group")),
            state=card.get("state", Card.State.PUBLISHED),
        )


def _reported(question: QuestionPage, row: dict[str, Any]) -> None:
    """The findings of a document, as cards in its own groups."""
    data = tomllib.loads((EVENTS / f"{row['cards_from']}.toml").read_text("utf-8"))
    sent = timezone.make_aware(dt.datetime.combine(row["opens"], dt.time(20)))
    reported = data.get("synthesis") or data["events"]
    for position, (side, titles) in enumerate(SIDES.items()):
        found = [text for part in reported for text in _said(part.get(side))]
        if found:
            group = CardGroup.objects.create(
                question=question, title=titles[0], title_br=titles[1], position=position
            )
            Card.objects.bulk_create(
                Card(
                    question=question,
                    words=text,
                    paper=row["paper"],
                    group=group,
                    state=Card.State.PUBLISHED,
                    sent_at=sent,
                )
                for text in found
            )


def _said(words: object) -> list[str]:
    """A list of findings, or a paragraph of short sentences in both languages."""
    if isinstance(words, dict):
        return [f"{part.strip().rstrip('.')}." for part in words["fr"].split(". ") if part.strip()]
    return list(words or [])


def _committee(index: Page, row: dict[str, Any], invented: bool) -> None:
    if _standing(UsersCommitteePage, index, row["slug"]["fr"]):
        return
    page = UsersCommitteePage(slug=row["slug"]["fr"])
    page.title, page.introduction = row["title"]["fr"], row["introduction"]["fr"]
    page.how_to_join = _rich(row["how_to_join"]["fr"])
    page.minutes = [
        ("minutes", {"title": m["title"]["fr"], "text": _rich(m["text"]["fr"])})
        for m in _kept(row["minutes"], invented)
    ]
    page.trials = [
        ("trial", {"task": t["task"]["fr"], "finding": t["finding"]["fr"], "change": ""})
        for t in _kept(row["tests"], invented)
    ]
    _publish(index, page, pairs(row))
