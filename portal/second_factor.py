"""Whoever may change the site for everyone proves it twice: a password, and a code of a telephone.

Nineteen of the thirty security fixes of Wagtail since 2020 were about what an account may do inside
the admin: a stolen password alone must open nothing there.
"""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

# Signing in and out, a forgotten password, and the words of Wagtail's scripts.
OPEN = {"wagtailadmin_login", "wagtailadmin_logout", "wagtailadmin_javascript_catalog"}
BELIEVED_SECONDS = 12 * 3600  # a working day, then the code is asked again
COORDINATORS = {"space_teams", "space_team", "space_desk", "space_desk_csv"}


class SecondFactor:
    """Middleware; on when STAFF_SECOND_FACTOR is."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_view: Any) -> HttpResponse | None:
        if not settings.STAFF_SECOND_FACTOR or not _is_guarded(request):
            return None
        user = request.user
        if not user.is_authenticated or not user.has_perm("wagtailadmin.access_admin"):
            return None  # the view itself sends strangers away
        if not is_mfa_enabled(user):
            return redirect("mfa_activate_totp")
        if _has_just_proved(request, user):
            return None
        back = urlencode({"next": request.get_full_path()})
        return redirect(f"{reverse('mfa_reauthenticate')}?{back}")


def _has_just_proved(request: HttpRequest, user: Any) -> bool:
    oldest = time.time() - BELIEVED_SECONDS
    proofs = get_authentication_records(request, user)
    return any(proof["method"] == "mfa" and proof["at"] > oldest for proof in proofs)


def _is_guarded(request: HttpRequest) -> bool:
    name = request.resolver_match.view_name if request.resolver_match else ""
    if name in OPEN or name.startswith("wagtailadmin_password_reset"):
        return False
    return request.path_info.startswith("/admin/") or name in COORDINATORS
