"""The journal says which account took which file out of the admin or of the mediators' space.

Publishing, moving and deleting stand in Wagtail's own history, rights too; erasures in the journal
(portal/privacy.py).
"""

import logging
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

logger = logging.getLogger(__name__)


class ExportTrail:
    """Middleware; stands inside the authentication."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        given = response.get("Content-Disposition", "").startswith("attachment")
        # Asking who a visitor is would keep the answer out of every cache.
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        if given and has_session and request.user.is_authenticated:
            where = request.resolver_match.view_name if request.resolver_match else ""
            logger.info("exported: %s", where, extra={"account": request.user.pk})
        return response
