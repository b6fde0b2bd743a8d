"""The words of a guide in reading order: for the length, the checker, the text version's weight."""

from collections.abc import Iterator
from math import ceil

from guides.art import FrameSpec
from guides.layout import frame_spec, plain_message

WORDS_A_MINUTE = 110
SECONDS_A_DRAWING = 5


def texts(guide) -> Iterator[tuple[str, str]]:
    """Pairs of a field of the checker (bubble, narration, rule, text) and its words."""
    yield "text", guide.introduction
    yield from strip_texts(guide.strip)
    for point in guide.key_points:
        yield "rule", point.value
    for case in guide.if_trouble:
        yield "rule", case.value["situation"]
        yield from (("text", step) for step in case.value["steps"])


def strip_texts(strip) -> Iterator[tuple[str, str]]:
    """The same for a comic. What a swindler writes on a screen is no word of ours."""
    for block in strip:
        if narration := block.value["narration"]:
            yield "narration", narration
        for bubble in block.value.get("bubbles", ()):
            yield "bubble", bubble["text"]
        for clue in block.value.get("clues", ()):
            yield "rule", clue


def frame_specs(guide) -> list[FrameSpec]:
    """The pictures of the comic itself, in order."""
    drawn = [block.value for block in guide.strip if block.block_type == "frame"]
    return [frame_spec(value["scene"], value["characters"]) for value in drawn]


def specs(guide) -> list[FrameSpec]:
    """The pictures of a guide: its frames, then those of its questions."""
    asked = [question.value for question in guide.quiz]
    return frame_specs(guide) + [frame_spec(value["scene"], [value]) for value in asked]


def minutes(guide) -> int:
    """Reading time in whole minutes: 110 words a minute and five seconds a drawing."""
    heard = [words for _field, words in texts(guide)]
    heard += [plain_message(b.value["message"]) for b in guide.strip if b.block_type == "screen"]
    count = sum(len(words.split()) for words in heard)
    return max(1, ceil(count / WORDS_A_MINUTE + len(guide.strip) * SECONDS_A_DRAWING / 60))
