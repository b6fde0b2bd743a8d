"""Guides as cards and steps, each in the reader's language or, failing that, in French."""

from dataclasses import replace

from django.utils.translation import gettext as _

from guides.addresses import drawing_url, sheet_urls
from guides.art import Figure, FrameSpec, describe
from guides.layout import frame_spec
from guides.teaching import dates_that_teach
from portal.crumbs import address_in
from portal.models import for_everyone, foreign


def cards(index) -> list[dict]:
    """The guides below a list, for components/guide_card.html, in three queries at most."""
    guides = in_language(_sources(index), index.locale)
    urls = sheet_urls([cover_spec(guide) for guide in guides])
    return [card(guide, index.locale, urls) for guide in guides]


def beside(index) -> dict:
    """The emergency page and the learning paths of a list."""
    from guides.models import EmergencyPage, GuidePath

    return {
        "emergency": EmergencyPage.objects.child_of(index).filter(for_everyone()).first(),
        "paths": GuidePath.objects.child_of(index).filter(for_everyone()),
    }


def in_language(sources, locale) -> list:
    """Each guide's page in the language of a locale, else itself."""
    from guides.models import GuidePage

    keys = [guide.translation_key for guide in sources]
    twins = GuidePage.objects.filter(for_everyone(), translation_key__in=keys, locale=locale)
    written = {twin.translation_key: twin for twin in twins.select_related("locale", "theme")}
    return [written.get(guide.translation_key, guide) for guide in sources]


def _sources(index):
    """The guides of the list as they were first written, in the order editors gave them."""
    from guides.models import GuideIndexPage, GuidePage

    lists = GuideIndexPage.objects.filter(translation_key=index.translation_key)
    first = lists.order_by("pk").first() or index
    guides = GuidePage.objects.child_of(first).filter(for_everyone())
    return guides.select_related("locale", "theme")


def card(guide, locale, urls: dict[FrameSpec, str] | None = None) -> dict:
    """One guide as a card; `lang` is set when its words are not in the reader's language."""
    language = guide.locale.language_code
    spec = cover_spec(guide)
    return {
        "title": guide.title,
        "url": address_in(guide, locale.language_code),
        "summary": guide.introduction,
        "caption": guide.theme.name(locale.language_code) if guide.theme else "",
        "theme": guide.theme.slug if guide.theme else "",
        "image": (urls or {}).get(spec) or drawing_url(spec),
        "alt": describe(spec, language),
        "lang": foreign(guide, locale.language_code),
    }


def cover_spec(guide) -> FrameSpec:
    """The cover: the first person of the chosen frame, where it happens; else of any drawn one.

    Alone, and holding nothing but a telephone: twelve covers with everybody and every gesture on
    them would weigh more than the page may.
    """
    # The stored JSON is read as it is: making the blocks of twelve guides would cost 30 ms.
    squares = list(guide.strip.raw_data)
    for square in squares[guide.cover - 1 : guide.cover] + squares:
        if square["type"] == "frame":
            people = [item.get("value", item) for item in square["value"]["characters"]]
            spec = frame_spec(square["value"]["scene"], people[:1])
            return replace(spec, figures=tuple(map(_still, spec.figures)))
    return FrameSpec("third-place").known()


def _still(figure: Figure) -> Figure:
    return figure if figure.pose == "phone" else replace(figure, pose="idle")


def themes_of(shown: list[dict], current: str) -> list[dict]:
    """The themes of some cards as chips, each with how many guides it has."""
    names = {card["theme"]: card["caption"] for card in shown if card["theme"]}
    every = {"label": _("All"), "url": "?", "current": not current, "count": len(shown)}
    return [every] + [
        {
            "label": name,
            "url": f"?theme={slug}",
            "current": slug == current,
            "count": sum(card["theme"] == slug for card in shown),
        }
        for slug, name in names.items()
    ]


def steps_of(path, commune: str = "") -> list[dict]:
    """The steps of a learning path: {"card"} for a guide, {"title", "dates", …} for workshops.

    A guide that is erased, offline or private is no step.
    """
    steps, guides = [], _guides_of(path)
    urls = sheet_urls([cover_spec(guide) for guide in guides.values()])
    for step in path.steps:
        if step.block_type == "workshops":
            steps.append(_practice(step.value, path, commune))
        elif step.value["guide"] and (guide := guides.get(step.value["guide"].pk)):
            steps.append({"card": card(guide, path.locale, urls), "why": step.value["why"]})
    return steps


def _guides_of(path) -> dict:
    """By the number of the guide chosen for a step, its page in the language of the path."""
    from guides.models import GuidePage

    chosen = [step.value["guide"] for step in path.steps if step.block_type == "guide"]
    keys = [guide.pk for guide in chosen if guide]
    found = GuidePage.objects.filter(for_everyone(), pk__in=keys)
    found = found.select_related("locale", "theme")
    shown = in_language(found, path.locale)
    return {guide.pk: own for guide, own in zip(found, shown, strict=True)}


def _practice(value, path, commune: str) -> dict:
    """The next workshops of a theme and a level."""
    theme = value["theme"] or (path.theme.slug if path.theme else "")
    dates = dates_that_teach(theme, value["level"], commune, path.locale.language_code)
    return {"title": value["title"], "theme": theme, "level": value["level"], "dates": dates}


def card_of_model(slug: str, written: dict) -> dict:
    """A ready-made guide to start from, as a card of the admin."""
    drawn = next(square for square in written["strip"] if "scene" in square)
    people = [
        dict(zip(("who", "pose", "mood"), c.split(), strict=True)) for c in drawn["characters"]
    ]
    return {
        "slug": slug,
        "title": written["title"],
        "summary": written["summary"],
        "image": drawing_url(frame_spec(drawn["scene"], people)),
    }
