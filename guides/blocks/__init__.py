"""The pieces an editor composes a guide from.

No deeper than StreamBlock > StructBlock > ListBlock(StructBlock): wagtail-localize sees no further.
"""

from guides.blocks.around import Answer, IfTrouble, OfficialLink, Question, Situation
from guides.blocks.frame import Bubble, Character, Frame, frame_context
from guides.blocks.strip import Drawing, Screen, Strip

__all__ = [
    "Answer",
    "Bubble",
    "Character",
    "Drawing",
    "Frame",
    "IfTrouble",
    "OfficialLink",
    "Question",
    "Screen",
    "Situation",
    "Strip",
    "frame_context",
]
