"""What a past edition said, put together as text: its course, and its synthesis by theme."""

from typing import Any

from django.utils.html import format_html, format_html_join

from portal.models import Theme

Told = tuple[str, dict[str, str]]  # HTML in French, and its sentences French → Breton
SIDES = {
    "hopes": {"fr": "Espoirs", "br": "Spi"},
    "fears": {"fr": "Craintes", "br": "Aon"},
    "tracks": {"fr": "Pistes", "br": "Hentoù"},
    "strengths": {"fr": "Forces", "br": "Nerzhioù"},
    "weaknesses": {"fr": "Faiblesses", "br": "Gwanderioù"},
}
SPACE = "\u00a0"


def course_of(row: dict[str, Any]) -> Told:
    """The steps of a week, or the hours of an evening, as a list."""
    lines = [_step(step) for step in row.get("steps", [])]
    lines += [_hour(hour) for hour in row.get("schedule", [])]
    return _list(lines), {line["fr"]: line["br"] for line in lines}


def synthesis_of(data: dict[str, Any]) -> Told:
    """Theme by theme, what was hoped, feared and proposed; empty when nothing was reported."""
    html, words = "", {}
    for part in data.get("synthesis", []):
        theme = Theme.objects.filter(slug=part["theme"]).first()
        title = {language: _name(theme, part["theme"], language) for language in ("fr", "br")}
        lines = [_side(side, part[side]) for side in SIDES if side in part]
        html += format_html("<h3>{}</h3>", title["fr"]) + _list(lines)
        words |= {line["fr"]: line["br"] for line in [title, *lines]}
    return html, words


def _step(step: dict[str, Any]) -> dict[str, str]:
    return {lang: f"{step['title'][lang]}. {step['text'][lang]}" for lang in ("fr", "br")}


def _hour(hour: dict[str, Any]) -> dict[str, str]:
    return {
        lang: f"{hour['start']} – {hour['end']}, {hour['title'][lang]}" for lang in ("fr", "br")
    }


def _side(side: str, said: dict[str, str]) -> dict[str, str]:
    return {lang: f"{SIDES[side][lang]}{SPACE}: {said[lang]}" for lang in ("fr", "br")}


def _name(theme: Theme | None, slug: str, language: str) -> str:
    return theme.name(language) if theme else slug


def _list(lines: list[dict[str, str]]) -> str:
    items = format_html_join("", "<li>{}</li>", ((line["fr"],) for line in lines))
    return str(format_html("<ul>{}</ul>", items)) if lines else ""
