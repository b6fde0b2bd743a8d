"""Numbers that a form posts as text."""

MOST_DIGITS = 18  # what every database takes for a key


def row_number(text: str | None) -> int:
    """The key of a row that a button names; nonsense is 0, which no row has."""
    return int(text) if text and text.isdecimal() and len(text) <= MOST_DIGITS else 0
