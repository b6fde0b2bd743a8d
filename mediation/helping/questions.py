"""The three questions and their possible answers, each with its picture."""

from dataclasses import dataclass

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from portal import territory


@dataclass(frozen=True)
class Answer:
    """A choice: what it stands for among the services of a place, and words to find a guide."""

    code: str
    label: str | Promise
    icon: str
    services: tuple[str, ...] = ()
    guide: str = ""


NEEDS = (
    Answer("demarches", _("Doing my papers online"), "pencil", ("demarches",), "démarches compte"),
    Answer(
        "quotidien", _("Using my telephone or my computer"), "computer", ("quotidien",), "téléphone"
    ),
    Answer(
        "securite",
        _("A strange message, a doubt"),
        "alert",
        ("securite", "quotidien"),
        "arnaque message",
    ),
    Answer("emploi", _("Looking for work"), "tool", ("emploi",), "emploi candidature"),
    Answer(
        "parents",
        _("My children and screens"),
        "people",
        ("parents", "comprendre"),
        "enfants écrans",
    ),
    Answer("acces", _("A computer, a printer, the Internet"), "wifi", ("acces",), "wifi"),
    Answer("materiel", _("Buying a computer at a fair price"), "plug", ("materiel",), "ordinateur"),
    Answer("autre", _("Something else"), "question"),
)
WAYS = (
    Answer("venir", _("I can come"), "bus"),
    Answer("domicile", _("Somebody comes to me"), "home"),
    Answer("telephone", _("By telephone"), "phone"),
)


@dataclass(frozen=True)
class Asked:
    """What was answered so far; a strange answer counts as none, so the question comes again."""

    need: Answer | None = None
    commune: territory.Commune | None = None
    way: Answer | None = None

    @property
    def step(self) -> int:
        """The question to ask: 1 to 3, or 4 when all are answered."""
        answers = (self.need, self.commune, self.way)
        return next((n for n, answer in enumerate(answers, start=1) if answer is None), 4)


def asked(query: QueryDict) -> Asked:
    return Asked(
        need=_chosen(NEEDS, query.get("need", "")),
        commune=territory.find(query.get("commune", "")[:60]),
        way=_chosen(WAYS, query.get("way", "")),
    )


def _chosen(answers: tuple[Answer, ...], code: str) -> Answer | None:
    return next((answer for answer in answers if answer.code == code), None)
