"""Asks hunspell about every word the site says, in French and in Breton.

On Debian: apt-get install hunspell hunspell-fr hunspell-br. Without them nothing is checked.
Names, abbreviations and words too new for the dictionaries stand in fr.txt and br.txt.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import polib

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
DICTIONARIES = {"fr": "fr_FR", "br": "br_FR"}
# Holes of messages, marks, addresses and names of files are no words.
NO_WORDS = re.compile(r"%\(\w+\)\w|%\w|\{[^}]*\}|<[^>]+>|https?://\S+|\S+@\S+|\S*\w[./_]\w\S*")
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")


def main() -> int:
    faults = [
        f"{language}: {word}" for language in DICTIONARIES for word in unknown_words(language)
    ]
    print("\n".join(faults))
    return 1 if faults else 0


def unknown_words(language: str) -> list[str]:
    if not knows(DICTIONARIES[language]):
        return []
    known = set((HERE / f"{language}.txt").read_text("utf-8").split())
    asked = "\n".join(sorted(set(words(language)) - known))
    command = ["hunspell", "-d", DICTIONARIES[language], "-i", "utf-8", "-l"]
    told = subprocess.run(command, input=asked, capture_output=True, text=True, check=True).stdout
    return sorted(set(told.split()) - known)


def knows(dictionary: str) -> bool:
    folders = (Path("/usr/share/hunspell"), Path("/usr/share/myspell/dicts"))
    there = any((folder / f"{dictionary}.dic").exists() for folder in folders)
    return bool(shutil.which("hunspell")) and there


def words(language: str) -> Iterator[str]:
    for path in sorted(ROOT.glob(f"*/locale/{language}/LC_MESSAGES/django.po")):
        for entry in polib.pofile(str(path)):
            if entry.msgctxt == "address":
                continue  # a part of an address has neither accents nor capitals
            for text in (entry.msgstr, *entry.msgstr_plural.values()):
                yield from WORD.findall(NO_WORDS.sub(" ", text.replace("’", "'")))


if __name__ == "__main__":
    sys.exit(main())
