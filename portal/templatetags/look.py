"""The small words of the house's templates: icons, panels, notices, folds, telephone numbers.

Components with a hole for content are block tags here; all others are plain includes in
templates/components/, each with its usage on the first line.
"""

import json
import re
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.images.models import AbstractImage, AbstractRendition

from portal import territory
from portal.pictures import shown
from portal.territory.drawing import drawing, edges

register = template.Library()


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """One drawing of static/img/icons.svg; silent to screen readers unless it has a label."""
    spoken = format_html('role="img" aria-label="{}"', label) if label else 'aria-hidden="true"'
    return format_html(
        '<svg class="icon" width="24" height="24" {}><use href="{}#{}"/></svg>',
        SafeString(spoken),
        static("img/icons.svg"),
        name,
    )


@register.simple_tag
def rendition(picture: AbstractImage | None) -> AbstractRendition | None:
    """{% rendition photo as picture %}: an uploaded picture as pages show it, or nothing."""
    return shown(picture)


@register.simple_tag
def heading(level: str, text: str, url: str = "", lang: str = "", id: str = "") -> SafeString:  # noqa: A002
    """A title whose level the caller knows; it is a link when it has an address."""
    words = format_html('<a href="{}">{}</a>', url, text) if url else text
    about = flatatt({name: value for name, value in (("id", id), ("lang", lang)) if value})
    return format_html("<h{}{}>{}</h{}>", level, about, words, level)


@register.simple_block_tag
def panel(content: str, **options: str) -> SafeString:
    """{% panel title=… caption=… tone="mint" id=… level=2 lang=… %}…{% endpanel %}"""
    return render_to_string("components/panel.html", {"body": content, **options})


@register.simple_block_tag
def notice(content: str, **options: str) -> SafeString:
    """{% notice title=… icon="info" tone="alert" level=2 %}…{% endnotice %}"""
    return render_to_string("components/notice.html", {"body": content, **options})


@register.simple_block_tag
def fold(content: str, title: str, **options: str) -> SafeString:
    """{% fold "Title" open=… kind="facets" lang=… %}…{% endfold %}: native details, no script."""
    return render_to_string("components/fold.html", {"body": content, "title": title, **options})


@register.filter
def tel(number: str) -> str:
    """The address of a telephone link: « 02 97 02 22 00 » gives « tel:+33297022200 »."""
    digits = re.sub(r"[^\d+]", "", str(number))
    return "tel:" + (f"+33{digits[1:]}" if len(digits) == 10 and digits[0] == "0" else digits)


@register.simple_tag
def territory_name(language: str = "") -> str:
    """« Pays de Lorient », or « Bro an Oriant » on a Breton page."""
    return territory.name(language or get_language() or "fr")


@register.simple_tag
def communes(language: str = "") -> list[tuple[str, str]]:
    """(INSEE code, both names) for a select: {% communes as choices %}."""
    return territory.choices(language or get_language() or "fr")


@register.inclusion_tag("components/exact_map.html")
def exact_map(source: str) -> dict:
    """{% exact_map source %}: `source` is the address of our GeoJSON or of the calendar's JSON."""
    tiles = settings.MAP_TILES_URL
    return {
        "source": source,
        "bounds": json.dumps(edges()),
        "language": get_language() or "fr",
        "tiles": tiles,
        "tiles_host": urlsplit(tiles).hostname or "",
        "credit": settings.MAP_TILES_CREDIT,
    }


@register.inclusion_tag("components/territory_map.html")
def territory_map(items: dict, label: str = "", current: str = "", language: str = "") -> dict:
    """{% territory_map items label="…" %}; `items` as portal.territory.drawing says."""
    language = language or get_language() or "fr"
    return {"map": drawing(items, language, current), "label": label}
