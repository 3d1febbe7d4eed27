"""What the edition's pages share besides the app's own styles: the style sheet and the scripts that only they have."""

from __future__ import annotations

from pathlib import Path

from pages.markup.shared_files import SharedFiles

HERE = Path(__file__).parent
STATIC_SCRIPTS = ("static_address.js", "static_page.js")
CONTROLS = "static_controls.js"  # comes with the buttons, once for each language


def begin_files() -> SharedFiles:
    """Return the collection that pages add to while they are drawn."""
    style, controls, *scripts = (_read(name) for name in ("static_page.css", CONTROLS, *STATIC_SCRIPTS))
    return SharedFiles(style, scripts, controls)


def _read(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
