"""One's own account: the ways to sign in, and where one is signed in now."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from events.space.access import signed_in_only
from portal.sign_in import end_sessions, sessions_of


@signed_in_only
@require_http_methods(["GET", "HEAD", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """Posted, it signs out every other browser."""
    here = request.session.session_key
    if request.method == "POST":
        end_sessions(request.user, but=here)
        messages.success(request, _("You are signed in here only."))
        return redirect("space_account")
    others = [one for one in sessions_of(request.user) if one.session_key != here]
    context = {"has_second_factor": is_mfa_enabled(request.user), "others": len(others)}
    return render(request, "events/space/account.html", context)
