"""Cells of a CSV file that a spreadsheet shows and never runs (OWASP, CSV injection)."""

# What begins a formula, in plain and in wide signs; a tab or a return hides one.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def harmless(text: str) -> str:
    """The text, behind an apostrophe when it would begin a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
