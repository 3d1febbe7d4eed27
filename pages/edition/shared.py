"""What the edition's pages share besides the app's own styles: the style sheet and the scripts that only they have."""

from __future__ import annotations

from pathlib import Path

from pages.markup.shared_files import SharedFiles

HERE = Path(__file__).parent
STATIC_SCRIPTS = ("static_address.js", "static_page.js")


def begin_files() -> SharedFiles:
    """Return the collection that pages add to while they are drawn."""
    style, *scripts = ((HERE / name).read_text(encoding="utf-8") for name in ("static_page.css", *STATIC_SCRIPTS))
    return SharedFiles(style, tuple(zip(STATIC_SCRIPTS, scripts, strict=True)))
