"""The question and the committee are pages; cards, their groups and requests are rows."""

from participation.models.cards import Card, CardGroup
from participation.models.committee import JoinRequest, UsersCommitteePage
from participation.models.questions import ParticipationIndexPage, QuestionPage

__all__ = [
    "Card",
    "CardGroup",
    "JoinRequest",
    "ParticipationIndexPage",
    "QuestionPage",
    "UsersCommitteePage",
]
