"""Passwords that everybody here would try first."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from portal import territory

# Beside the names of the territory and its communes (ASVS 5, 6.2.11).
WORDS = (
    "portail numerique mediation mediateur mediatrice atelier agenda lieu guide wagtail admin"
    " motdepasse password bretagne breizh breton mairie mediatheque"
)
FEWEST = 5  # letters that are nobody else's


class WordsOfHere:
    """Refuses a password of which little is left without the names and trades of this place."""

    def validate(self, password: str, user: Any = None) -> None:
        left = _letters(password)
        for word in words():
            left = left.replace(word, "")
        if left != _letters(password) and len(left) < FEWEST:
            raise ValidationError(
                _("People from here would try this one first. Add words that only you know."),
                code="password_of_here",
            )

    def get_help_text(self) -> str:
        return _("Not only the name of a town or of a trade: people would try it first.")


def words() -> tuple[str, ...]:
    """The longest first, as small letters without accents."""
    towns = [name for commune in territory.communes() for name in commune.names.values()]
    names = map(_letters, [territory.name("fr"), territory.name("br"), *towns])
    return tuple(sorted({*WORDS.split(), *names}, key=len, reverse=True))


def _letters(text: str) -> str:
    return re.sub("[^a-z]", "", territory.collation(text))
