"""Fonts of this machine for the pictures of shared links: which files draw which scripts.

They are not in the repository, since those of Chinese, Japanese and Korean are larger than all of it. Where one is
missing, what needs it has the plain picture that is shipped.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
)
LATIN, CJK = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"), ("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc")
# By the first word of their signs' names in Unicode: what Debian's fonts-noto-core and fonts-noto-cjk bring.
HAN = {"CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA"}
FILES: Mapping[str, tuple[str, str]] = {
    "LATIN": LATIN,
    **dict.fromkeys((*HAN, "HANGUL"), CJK),
    "DEVANAGARI": ("NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"),
    "MYANMAR": ("NotoSansMyanmar-Regular.ttf", "NotoSansMyanmar-Bold.ttf"),
}
LATIN_FAMILY = "Noto Sans"
FAMILIES = {"DEVANAGARI": "Noto Sans Devanagari", "MYANMAR": "Noto Sans Myanmar", "HANGUL": "Noto Sans CJK KR"}
HAN_FAMILIES = {"zh-Hans": "Noto Sans CJK SC", "zh-Hant": "Noto Sans CJK TC"}  # else Japan's shapes


def choose_family(text: str, tag: str) -> str:
    """Choose the family that draws a text in a language; each has Latin letters or its text has none."""
    scripts = list_scripts([text])
    own = next((family for script, family in FAMILIES.items() if script in scripts), "")
    han = HAN_FAMILIES.get(tag, "Noto Sans CJK JP") if scripts & HAN else ""
    return own or han or LATIN_FAMILY


def find_fonts(texts: Iterable[str]) -> tuple[Path, ...] | None:
    """Find the files that draw these texts; None where a script has none here, or none anywhere that we know."""
    names = {name for script in list_scripts(texts) | {"LATIN"} for name in FILES.get(script, ("",))}
    found = search_folders()
    return tuple(found[name] for name in sorted(names)) if names <= found.keys() else None


def list_scripts(texts: Iterable[str]) -> set[str]:
    """List the scripts of texts, as Unicode names them; figures and punctuation are of none."""
    signs = {sign for text in texts for sign in text if unicodedata.category(sign)[0] in "LM"}
    return {unicodedata.name(sign, "").replace("-", " ").partition(" ")[0] for sign in signs}


@cache
def search_folders() -> Mapping[str, Path]:
    """Return where the files are, by name, once for as long as the program runs."""
    wanted = {name for names in FILES.values() for name in names}
    folders = (Path(folder).expanduser() for folder in FOLDERS)
    return {
        name: Path(below) / name
        for folder in folders
        for below, _, names in os.walk(folder)
        for name in wanted.intersection(names)
    }
