"""Cuts a calendar file into its entries, so that one broken entry spoils no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from events.imports.errors import CalendarError
from events.imports.fetch import MOST_BYTES

LONGEST_LINE = 20_000  # characters, unfolded: a description of three pages
MOST_LINES_OF_ENTRY = 2_000
MOST_ENTRIES = 5_000
_PROPERTY = re.compile(r"^[A-Za-z0-9-]+[;:]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass
class Block:
    """The lines of one VEVENT or VTIMEZONE, with the number of its first line."""

    name: str
    number: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\r\n".join(self.lines) + "\r\n"


def blocks(content: bytes, notes: list[str]) -> list[Block]:
    """The entries and time zones of a file; what was dropped is said in `notes`.

    Raises CalendarError for what is no calendar at all.
    """
    if len(content) > MOST_BYTES:
        raise CalendarError(_("This calendar is larger than 5 megabytes."))
    text = _CONTROLS.sub("", content.decode("utf-8-sig", "replace"))
    if "BEGIN:VCALENDAR" not in text.upper():
        raise CalendarError(_("This is not a calendar file (iCalendar)."))
    found = []
    for block in _cut(_unfold(text, notes), notes):
        found.append(block)
        if len(found) > MOST_ENTRIES:
            raise CalendarError(_("This calendar holds more than %d entries.") % MOST_ENTRIES)
    return found


def _unfold(text: str, notes: list[str]) -> Iterator[tuple[int, str]]:
    """(line number, whole line); a line that is no property is left out and said."""
    number, parts = 0, [""]
    for place, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        if line[:1] in (" ", "\t"):
            parts.append(line[1:])
            continue
        yield from _checked(number, "".join(parts), notes)
        number, parts = place, [line]
    yield from _checked(number, "".join(parts), notes)


def _checked(number: int, line: str, notes: list[str]) -> Iterator[tuple[int, str]]:
    if not line.strip():
        return
    if len(line) > LONGEST_LINE:
        _note(notes, _("Line %(number)d is too long and was left out."), number)
    elif not _PROPERTY.match(line):
        _note(notes, _("Line %(number)d is not readable and was left out."), number)
    else:
        yield number, line


def _note(notes: list[str], text: str, number: int) -> None:
    if len(notes) < 200:
        notes.append(text % {"number": number})


def _cut(lines: Iterator[tuple[int, str]], notes: list[str]) -> Iterator[Block]:
    """The VEVENT and VTIMEZONE blocks; alarms and other things inside an event are dropped."""
    block: Block | None = None
    inner = ""
    for number, line in lines:
        word = line.strip().upper()
        if block is None:
            if word in ("BEGIN:VEVENT", "BEGIN:VTIMEZONE"):
                block, inner = Block(word.removeprefix("BEGIN:"), number, [line.strip()]), ""
        elif inner:
            inner = "" if word == f"END:{inner}" else inner
        elif word == f"END:{block.name}":
            block.lines.append(line.strip())
            yield block
            block = None
        elif word in ("BEGIN:VEVENT", "END:VCALENDAR"):
            _note(
                notes, _("The entry of line %(number)d never ends and was left out."), block.number
            )
            started = word == "BEGIN:VEVENT"
            block = Block("VEVENT", number, [line.strip()]) if started else None
        elif word.startswith("BEGIN:") and block.name == "VEVENT":
            inner = word.removeprefix("BEGIN:")
        elif len(block.lines) < MOST_LINES_OF_ENTRY:
            block.lines.append(line)
    if block is not None:
        _unended(notes, block)


def _unended(notes: list[str], block: Block) -> None:
    _note(notes, _("The entry of line %(number)d never ends and was left out."), block.number)
