"""The web manifest: by it a phone puts the map beside its other apps, in the reader's language."""

from __future__ import annotations

import json
import re
from functools import cache

from pages.languages.language import Language
from pages.languages.ruby import drop_readings
from pages.markup.bundles import PAGE

MEDIA_TYPE = "application/manifest+json"
ICONS = (("icon-192.png", 192), ("icon-512.png", 512))  # in pages/markup/pictures; px


def write_manifest(language: Language, start: str, root: str) -> str:
    """Write the manifest of a language; `start` and `root` lead from it to the language's first page and to the root.

    It has no `id`: nobody but the browser knows at which address the map lies, and it takes that of the first page.
    """
    name, colours = drop_readings(language.gettext("Madoguchi Map")), read_colours()
    manifest = {
        "name": name,
        "short_name": name,
        "description": drop_readings(language.gettext("Find your city office and a Japanese class")),
        "lang": language.tag,
        "dir": language.direction,
        "start_url": start,
        "scope": root,
        "display": "standalone",
        "theme_color": colours["accent"],
        "background_color": colours["ground"],
        "icons": list_icons(root),
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1)


def list_icons(root: str) -> list[dict[str, str]]:
    """List the icons: a drawing, and for what takes none pictures with room around them for any shape."""
    drawing = {"src": f"{root}favicon.svg", "sizes": "any", "type": "image/svg+xml"}
    pictures = [
        {"src": f"{root}{name}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
        for name, size in ICONS
        for purpose in ("any", "maskable")
    ]
    return [drawing, *pictures]


@cache
def read_colours() -> dict[str, str]:
    """Read the light colours by name."""
    style = (PAGE / "colours.css").read_text(encoding="utf-8")
    return dict(re.findall(r"--light-(\w+): (#\w{6});", style))
