"""The shapes of printed pages: fill one of these and give it to `portal.print.cache.printed`.

Every text is plain (no HTML), in the language of the page, dates and hours already in words.
"""

from dataclasses import dataclass, field
from typing import Literal

from portal.print.drawing import Svg, qr_code

MOST_LINES, MOST_FRAMES = 500, 24


@dataclass
class Contact:
    """Whom to ask: `phone` as printed or empty, `hours` it answers, `address` a full URL."""

    address: str
    phone: str = ""
    hours: str = ""


@dataclass
class Line:
    """One date of a programme.

    `day` « Mardi », `date` « 24 novembre », `time` « 14 h 30 », `place` in one line. `state` is
    "" or "cancelled", "moved", "full"; `note` says why, and what instead.
    """

    day: str
    date: str
    time: str
    title: str
    place: str = ""
    state: Literal["", "cancelled", "moved", "full"] = ""
    note: str = ""


@dataclass
class Programme:
    """A list of dates: template "programme", formats "poster", "leaflet", "large".

    `subtitle` is the commune or the search in words, `period` the days it covers, `printed` the
    day of printing in words. At most 500 lines. `drawing` is a 4:3 picture (see Svg).
    """

    title: str
    subtitle: str
    period: str
    lead: str
    lines: list[Line]
    contact: Contact
    printed: str
    drawing: Svg = field(default_factory=Svg)
    drawing_alt: str = ""


@dataclass
class Run:
    """A piece of an on-screen message; `clue` > 0 marks it as the suspect part of that number."""

    text: str
    clue: int = 0
    link: bool = False


@dataclass
class Screen:
    """A message on a telephone: who sent it, its pieces, and what each numbered clue means."""

    sender: str
    runs: list[Run]
    clues: list[str] = field(default_factory=list)


@dataclass
class Bubble:
    """What a character says. `speaker` is a short sentence read aloud: « Jeanne dit ».

    `side` is where the character stands; `tip_x`, `tip_y` (0 to 1 of the 4:3 picture, from its top
    left) where the tail ends: just above the head. `tail` False for a second bubble in a row.
    """

    speaker: str
    text: str
    kind: Literal["speech", "thought", "shout", "whisper", "phone"] = "speech"
    side: Literal["left", "centre", "right"] = "centre"
    tip_x: float = 0.5
    tip_y: float = 0.3
    tail: bool = True


@dataclass
class Frame:
    """One frame: a 4:3 `drawing` with its description `alt`, or a `screen` in its place.

    `background` is a CSS colour (#rrggbb), `caption` the narration, `people` how many characters
    share the picture (a lone one may have wider bubbles).
    """

    background: str = "#ffd9a0"
    drawing: Svg = field(default_factory=Svg)
    alt: str = ""
    caption: str = ""
    bubbles: list[Bubble] = field(default_factory=list)
    people: int = 1
    screen: Screen | None = None


@dataclass
class Question:
    """A question to check understanding, for the handout; `choices` get a box to tick each."""

    text: str
    choices: list[str]


@dataclass
class Strip:
    """A comic guide: template "strip" (formats "a4", "a3") or "handout" (format "a4").

    `key_points` are short sentences (three fit best), `help` the steps if something went wrong,
    `credit` names the artists. At most 24 frames; six fit one A4 page, twelve one A3 page.
    `questions` are printed by the handout only.
    """

    title: str
    lead: str
    frames: list[Frame]
    key_points: list[str]
    contact: Contact
    printed: str
    help: list[str] = field(default_factory=list)
    credit: str = ""
    questions: list[Question] = field(default_factory=list)


Document = Programme | Strip


def check_size(document: Document) -> None:
    """Raises ValueError for a document too long to be printed at once."""
    if isinstance(document, Programme) and len(document.lines) > MOST_LINES:
        raise ValueError(f"A programme holds at most {MOST_LINES} lines.")
    if isinstance(document, Strip) and not 1 <= len(document.frames) <= MOST_FRAMES:
        raise ValueError(f"A strip holds 1 to {MOST_FRAMES} frames.")


def code_of(document: Document) -> Svg:
    """The QR code of the document's own address."""
    return qr_code(document.contact.address)
