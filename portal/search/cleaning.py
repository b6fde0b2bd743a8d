"""What of a typed query may reach a database: nonsense becomes fewer words, never an error."""

import re
import unicodedata

from portal.search.text import APOSTROPHES

LONGEST_QUERY = 200  # characters
MOST_WORDS = 12
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]")
_NOT_TEXT = {"Cc", "Cs", "Co", "Cn", "Zl", "Zp"}  # Unicode categories: controls, surrogates…
_UNSEEN = "Cf"  # soft hyphens, joiners: they part no word
_WORDLESS = re.compile(r"""["\\«»“”]+""")


def clean_query(query: object) -> str:
    """The query in composed Unicode, at most 12 words and 200 characters, single spaces."""
    text = unicodedata.normalize("NFC", str(query or "")[: LONGEST_QUERY * 4])
    text = "".join(map(_seen, text))
    text = _APOSTROPHE.sub("’", _WORDLESS.sub(" ", text))[:LONGEST_QUERY]
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    return " ".join(words[:MOST_WORDS])


def _seen(sign: str) -> str:
    category = unicodedata.category(sign)
    return "" if category == _UNSEEN else " " if category in _NOT_TEXT else sign
