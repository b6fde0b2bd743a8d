"""Drawings for paper: SVG made by our own code, and QR codes."""

import io

import segno


class Svg(str):
    """SVG our own code made: the only text that is drawn instead of written.

    Never wrap an uploaded or typed text in it.
    """


def qr_code(address: str) -> Svg:
    """A QR code that leads to an address, black on white, with its quiet zone."""
    out = io.BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(out, kind="svg", border=2, dark="#000", light="#fff", xmldecl=False)
    return Svg(out.getvalue().decode())
