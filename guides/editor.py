"""What the comic's editor asks while one writes: the frame as it will be, advice on a sentence.

Only for people of the admin. Whatever they send is read as text, bounded, and never stored.
"""

import json
import tomllib
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from guides import demo
from guides.blocks import frame_context
from guides.demo import strips
from guides.layout import MOST_FIGURES
from guides.listing import card_of_model
from guides.models import GuideIndexPage, GuidePage, PlainWord
from guides.readability import LIMITS, check

LONGEST, MOST_BUBBLES, MOST_TEXTS, LONGEST_TEXT = 40_000, 4, 80, 2_000
CHARACTER = {"who": "jeanne", "pose": "idle", "mood": "happy", "facing": ""}
BUBBLE = {"speaker": "1", "kind": "speech", "text": ""}
MODELS = Path(demo.__file__).parent / "fr"


@require_POST
def preview(request: HttpRequest) -> HttpResponse:
    """The HTML of one frame from what stands in its form."""
    typed = _json(request)
    value = {
        "scene": _text(typed.get("scene")),
        "narration": _text(typed.get("narration")),
        "description": _text(typed.get("description")),
        "characters": _rows(typed.get("characters"), CHARACTER, MOST_FIGURES),
        "bubbles": _rows(typed.get("bubbles"), BUBBLE, MOST_BUBBLES),
    }
    html = render_to_string("guides/blocks/frame.html", frame_context(value, _language(typed)))
    return JsonResponse({"html": html})


@require_POST
def check_words(request: HttpRequest) -> HttpResponse:
    """Advice on some texts: [{"field": "bubble", "text": "…"}] gives a list of notes for each."""
    typed = _json(request)
    texts = typed.get("texts")
    if not isinstance(texts, list):
        texts = []
    jargon, language = PlainWord.as_jargon(), _language(typed)
    return JsonResponse({"notes": [_notes(one, jargon, language) for one in texts[:MOST_TEXTS]]})


def _notes(one: Any, jargon: dict[str, str], language: str) -> list[dict]:
    row = one if isinstance(one, dict) else {}
    field = row.get("field") if row.get("field") in LIMITS else "text"
    found = check(_text(row.get("text")), field, jargon, language)
    return [{"level": note.level, "text": str(note.text)} for note in found]


def _json(request: HttpRequest) -> dict:
    try:
        typed = json.loads(request.body[:LONGEST])
    except ValueError:
        return {}
    return typed if isinstance(typed, dict) else {}


def _rows(rows: Any, defaults: dict[str, str], most: int) -> list[dict[str, str]]:
    kept = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return [
        {key: _text(row.get(key, default)) for key, default in defaults.items()}
        for row in kept[:most]
    ]


def _text(value: Any) -> str:
    return value[:LONGEST_TEXT] if isinstance(value, str) else ""


def _language(typed: dict) -> str:
    return "br" if typed.get("language") == "br" else "fr"


def models_of(request: HttpRequest, index_id: int) -> HttpResponse:
    """Twelve ready-made guides to start from; choosing one opens a draft of it."""
    index = get_object_or_404(GuideIndexPage, pk=index_id)
    if not index.permissions_for_user(request.user).can_add_subpage():
        raise PermissionDenied
    if request.method == "POST" and request.POST.get("model") in demo.GUIDES:
        page = _draft(index, request.POST["model"], request.user)
        return redirect("wagtailadmin_pages:edit", page.pk)
    models = [card_of_model(slug, _written(slug)) for slug in demo.GUIDES]
    return render(request, "guides/admin/models.html", {"index": index, "models": models})


def _written(slug: str) -> dict:
    return tomllib.loads((MODELS / f"{slug}.toml").read_text())


def _draft(index: GuideIndexPage, slug: str, owner) -> GuidePage:
    fields = strips.guide(_written(slug), theme=None)
    taken = set(GuidePage.objects.child_of(index).values_list("slug", flat=True))
    free = next(s for n in range(2, 999) if (s := slugify(f"{slug}-{n}")) not in taken)
    page = GuidePage(slug=free, locale=index.locale, live=False, owner=owner, **fields)
    index.add_child(instance=page)
    page.save_revision(user=owner)
    return page
