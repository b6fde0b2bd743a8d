"""Headers that are the same everywhere, and the admin's own content policy."""

from csp.constants import SELF
from django.http import HttpRequest, HttpResponse

PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
# Wagtail's pages still carry inline scripts and styles (wagtail issue 1288).
ADMIN = {
    "default-src": [SELF],
    "script-src": [SELF, "'unsafe-inline'"],
    "style-src": [SELF, "'unsafe-inline'"],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "object-src": ["'none'"],
    "frame-src": [SELF],
    "form-action": [SELF],
    "base-uri": [SELF],
    "frame-ancestors": [SELF],
}


def note_sign_out(sender, request: HttpRequest | None, **_about) -> None:
    """Signal user_logged_out."""
    if request is not None:
        request.signed_out = True


class PolicyHeaders:
    """Stands inside django-csp's middleware, which reads `_csp_replace` on the way out."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path_info.startswith("/admin/"):
            response._csp_replace = ADMIN
        if getattr(request, "signed_out", False):
            response["Clear-Site-Data"] = '"cache"'  # the guides kept for offline stay
        return response
