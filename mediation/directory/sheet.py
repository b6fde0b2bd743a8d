"""The orientation sheet: one page to hand over, with a square code that leads back here."""

from typing import Any

import segno
from django.utils.safestring import SafeString, mark_safe


def sheet(page) -> dict[str, Any]:
    return {"code": square_code(page.full_url), "address": page.full_url}


def square_code(address: str) -> SafeString:
    """A QR code as inline SVG, without any style; made of an address of our own."""
    drawn = segno.make(address, error="m").svg_inline(
        scale=4, border=2, svgclass="qr", lineclass=None
    )
    return mark_safe(drawn)
