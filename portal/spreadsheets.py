"""Cells of a CSV file that a spreadsheet shows and never runs (OWASP, CSV injection)."""

# What begins a formula, in plain and in wide signs; what a spreadsheet may read on behind.
SIGNS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
HIDING = ("\t", "\r", "\n")


def harmless(text: str) -> str:
    """The text, behind an apostrophe when it would begin a formula."""
    runs = text.startswith(HIDING) or text.lstrip().startswith(SIGNS)
    return f"'{text}" if runs else text
