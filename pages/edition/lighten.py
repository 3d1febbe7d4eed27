"""Lighter HTML of the same meaning: a file is kept in thousands, and a file server may not compress it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

# What an edition has no use for: descriptions that stand there already, comments, brackets for browsers that have no
# ruby (before 2015), the app's own line and its mark of links.
UNUSED = re.compile("|".join((Path(__file__).parent / "unused.txt").read_text(encoding="utf-8").splitlines()))
INDENTATION = re.compile(r"\n\s+")
LETTER = re.compile(r'(?<= href=")mailto:[^"]+')
BEYOND_ASCII = re.compile(r"(?:%[89A-F][0-9A-F])+")  # a URL has these as %…, an address in a page may have the letters


def lighten(page: str, root: str = "", folder: str = "") -> str:
    """Drop what an edition has no use for; write letters with a third of the bytes, links to the next folder shortly.

    `root` leads from the page to the edition's root, `folder` from there to the page; without them links stay.
    """
    page = INDENTATION.sub("\n", UNUSED.sub("", page))
    if folder.count("/") > 1:
        beside = folder[: folder.rindex("/", 0, -1) + 1]
        page = page.replace(f'href="{root}{beside}', 'href="../')
    return LETTER.sub(lambda found: BEYOND_ASCII.sub(_write_plainly, found[0]), page)


def _write_plainly(found: re.Match[str]) -> str:
    try:
        return unquote(found[0], errors="strict")
    except UnicodeDecodeError:
        return found[0]
