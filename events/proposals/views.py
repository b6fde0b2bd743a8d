"""Offering a session, and following what becomes of the offer by a private link."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from events.models import EditionPage, Proposal
from events.proposals.forms import ProposalForm, WithdrawForm
from events.proposals.notices import tell_received
from portal.at_path import page_at
from portal.crumbs import crumbs_to
from portal.public_forms import public_form


@public_form
def propose(request: HttpRequest, path: str) -> HttpResponse:
    """The form, while the call is open; once sent, the proposal's own page."""
    edition = page_at(request, path, EditionPage)
    if not edition.call_is_open:
        raise Http404
    form = ProposalForm.of(request, edition=edition)
    if form.is_valid():
        with transaction.atomic():
            proposal, link = form.proposal()
            tell_received(proposal, link)
        return redirect("proposal", link=link)
    context = {
        "form": form,
        "page": edition,
        "crumbs": crumbs_to(edition, (_("Offer a session"), "")),
    }
    return form.answer("events/propose.html", context)


@public_form
def proposal(request: HttpRequest, link: str) -> HttpResponse:
    """What became of a proposal; its author may take it back. Kept by nobody."""
    found = Proposal.objects.by_link(link)
    if found is None:
        raise Http404
    form = WithdrawForm.of(request)
    if form.is_valid() and found.state == Proposal.State.RECEIVED:
        found.state, found.contact, found.answered_at = Proposal.State.WITHDRAWN, "", timezone.now()
        found.save(update_fields=["state", "contact", "answered_at"])
        return redirect("proposal", link=link)
    context = {"form": form, "proposal": found, "edition": found.edition.localized}
    response = form.answer("events/proposal.html", context)
    add_never_cache_headers(response)
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response
