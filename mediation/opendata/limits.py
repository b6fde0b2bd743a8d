"""How long each field may be: what the page of a place can hold (a test keeps the two equal)."""

from mediation.opendata.rows import Problem, Words
from mediation.opendata.schema import LONGEST_SUMMARY, SEPARATOR

LONGEST = {
    "id": 200,
    "nom": 255,
    "adresse": 200,
    "complement_adresse": 200,
    "courriels": 300,
    "site_web": 600,
    "horaires": 1000,
    "presentation_resume": LONGEST_SUMMARY,
    "source": 80,
    "structure_parente": 200,
    "autres_formations_labels": 300,
    "fiche_acces_libre": 400,
    "prise_rdv": 400,
}
LONGEST_PROSE = 2000  # hours that stay as text


def shortened(field: str, value: str, problems: list[Problem], longest: int = 0) -> str:
    """Whole words, as many as fit."""
    longest = longest or LONGEST[field]
    if len(value) <= longest:
        return value
    problems.append(Problem(field, "shortened", value))
    return value[: longest - 1].rsplit(" ", 1)[0] + "…"


def fitting(field: str, parts: Words, problems: list[Problem]) -> Words:
    """The first parts of a list that fit together; a part is never cut."""
    for count in range(len(parts), 0, -1):
        if len(SEPARATOR.join(parts[:count])) <= LONGEST[field]:
            break
    else:
        count = 0
    if parts[count:]:
        problems.append(Problem(field, "too_long", SEPARATOR.join(parts[count:])))
    return parts[:count]
