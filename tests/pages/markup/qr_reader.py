"""Read QR codes back from their drawing."""

from __future__ import annotations

import io
import re
from functools import cache

import numpy as np
import zxingcpp
from PIL import Image

VIEW_BOX = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
SIZE = re.compile(r'<svg[^>]*width="(\d+)" height="(\d+)"')
PATH = re.compile(r'<path(?: transform="scale\((\d+)\)")?(?: class="[^"]*")? stroke="#000" d="([^"]+)"')
STEP = re.compile(r"([Mmh])(-?[\d.]+)(?: ?(-?[\d.]+))?")
SCALE = 6  # px a module


@cache  # the same code stands on pages of every language
def read_qr(svg: str) -> str:
    """Draw segno's path, rows of lines one module high, onto white and decode the picture; fails if it is none."""
    drawn = PATH.search(svg)
    box = VIEW_BOX.search(svg) or SIZE.search(svg)
    assert drawn
    assert box
    side = int(box[1]) // int(drawn[1] or 1)
    modules = np.full((side, side), 255, dtype=np.uint8)
    x, y = 0.0, 0.0
    for kind, first, second in STEP.findall(drawn[2]):
        if kind == "h":
            modules[int(y), int(x) : int(x) + int(first)] = 0
            x += float(first)
        else:
            x, y = (float(first), float(second)) if kind == "M" else (x + float(first), y + float(second))
    [found] = zxingcpp.read_barcodes(np.kron(modules, np.ones((SCALE, SCALE), dtype=np.uint8)))
    return str(found.text)


def read_picture(png: bytes) -> str:
    """Decode a painted code; fails if it is none."""
    [found] = zxingcpp.read_barcodes(np.asarray(Image.open(io.BytesIO(png)).convert("L")))
    return str(found.text)
