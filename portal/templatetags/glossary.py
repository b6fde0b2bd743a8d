"""{% explained html %}: marks hard words, each the first time a page says it.

The meaning opens with the browser's own popover, without script; where the browser has none, it
simply stands after the word.
"""

import re

from django import template
from django.template.loader import render_to_string
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from portal.models.glossary import meanings

register = template.Library()
TAG = re.compile(r"(<[^>]+>)")
# Inside these, a button would be wrong or would break what stands there.
CLOSED = ("a", "button", "code", "h1", "h2", "h3", "h4", "label", "summary")


@register.simple_tag(takes_context=True)
def explained(context, text, language: str = "") -> SafeString:
    """The text or HTML with its hard words explained; `language` is the text's own."""
    known = meanings(language or get_language() or "fr")
    html = conditional_escape(text or "")
    if not known or not html:
        return html
    said = _said(context)
    pattern = _pattern(tuple(known))
    depth, parts = 0, []
    for part in TAG.split(html):
        if part.startswith("<"):
            depth += _step(part)
        elif not depth:
            part = pattern.sub(lambda found: _mark(found[0], known, said), part)
        parts.append(part)
    return mark_safe("".join(parts))


def _said(context) -> set[int]:
    """The words this page has explained already."""
    request = context.get("request")
    if request is None:
        return set()
    if not hasattr(request, "words_explained"):
        request.words_explained = set()
    return request.words_explained


def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, forms), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", re.IGNORECASE)


def _step(tag: str) -> int:
    name = re.match(r"</?\s*([\w-]+)", tag)
    if not name or name[1].lower() not in CLOSED:
        return 0
    return -1 if tag.startswith("</") else 1


def _mark(word: str, known: dict[str, tuple[int, str]], said: set[int]) -> str:
    number, meaning = known[word.lower()]
    if number in said:
        return word
    said.add(number)
    asked = {"word": word, "id": f"word-{number}", "meaning": meaning}
    return render_to_string("components/explained_word.html", asked).strip()
