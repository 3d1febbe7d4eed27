"""QR codes: an address as a picture that a phone reads."""

from __future__ import annotations

import io
from functools import lru_cache

import segno
from markupsafe import Markup

from pages.languages.trusted import trust_markup

QUIET = 4  # modules of empty paper around, as the standard asks
PIXELS = 2  # px of a module in a painted code; pages show it larger, with sharp edges
MASK = 2  # of the eight patterns laid over a code; to try all and take the prettiest costs four fifths of the time


@lru_cache(maxsize=512)
def draw_qr(address: str) -> Markup | None:
    """Draw an address as an SVG element of one path, black on nothing; None if it is too long for a QR code."""
    code = _make(address)
    if code is None:
        return None
    return trust_markup(code.svg_inline(svgclass=None, lineclass=None, omitsize=True, border=QUIET))


def write_qr(address: str) -> bytes | None:
    """Write an address as an SVG file, black on white; None if it is too long for a QR code."""
    code = _make(address)
    if code is None:
        return None
    file = io.BytesIO()
    code.save(file, kind="svg", xmldecl=False, svgclass=None, lineclass=None, light="#fff", border=QUIET, scale=8)
    return file.getvalue()


@lru_cache(maxsize=512)  # an edition shows a city's code in each language
def paint_qr(address: str) -> bytes | None:
    """Paint an address as a PNG file, black on white, a fifth of the SVG's bytes; None if too long for a QR code."""
    code = _make(address)
    if code is None:
        return None
    file = io.BytesIO()
    code.save(file, kind="png", border=QUIET, scale=PIXELS, compresslevel=9)
    return file.getvalue()


def _make(address: str) -> segno.QRCode | None:
    try:
        return segno.make(address, error="m", micro=False, boost_error=False, mask=MASK)
    except segno.DataOverflowError:
        return None
