"""What proposers are told: received, and answered."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from events.bookings.kinds import Letter
from events.models import Proposal
from portal.messages import MessageKind, declare
from portal.outbox import compose, post

KINDS = (
    MessageKind(
        "proposal_received",
        _("Proposal received"),
        _("Your proposal: {title}"),
        Letter(
            _("Hello,"),
            _("We have your proposal « {title} ». Somebody will read it and answer you."),
            _("Follow it, or take it back:\n{link}"),
        ),
        ("title", "link"),
    ),
    MessageKind(
        "proposal_answered",
        _("Proposal answered"),
        _("Your proposal: {title}"),
        Letter(_("Hello,"), _("Your proposal « {title} »: {state}."), "{answer}"),
        ("title", "state", "answer"),
    ),
)


def declare_all() -> None:
    for kind in KINDS:
        declare(kind)


def tell_received(proposal: Proposal, link: str) -> None:
    with override(proposal.language):
        address = settings.BASE_URL + reverse("proposal", args=[link])
    _tell(proposal, "proposal_received", {"title": proposal.title, "link": address})


def tell_answered(proposal: Proposal) -> None:
    with override(proposal.language):
        state = str(proposal.get_state_display())
    words = {"title": proposal.title, "state": state, "answer": proposal.answer}
    _tell(proposal, "proposal_answered", words)


def _tell(proposal: Proposal, kind: str, words: dict[str, str]) -> None:
    if proposal.contact:
        subject, body = compose(kind, proposal.language, words)
        post(f"proposal:{proposal.pk}:{kind}", proposal.contact, subject, body)
