"""What guides ask of the rooms above without knowing them.

`looking_for_dates` is sent by a page that teaches a gesture, with `theme` (slug or ""), `level`
(code or ""), `commune` (INSEE code or ""), `language` and `most`. A receiver returns the next dates
that teach it, as rows of components/mini.html: [{"when", "title", "url", "where", …}].
"""

from django.dispatch import Signal

looking_for_dates = Signal()


def next_dates(
    page, *, theme: str, level: str, commune: str = "", language: str = "fr", most: int = 3
) -> list[dict]:
    """The next dates that teach a gesture; a receiver that fails costs its rows, not the page."""
    answers = looking_for_dates.send_robust(
        sender=type(page), theme=theme, level=level, commune=commune, language=language, most=most
    )
    rows = [row for _receiver, found in answers if isinstance(found, list) for row in found]
    return rows[:most]
