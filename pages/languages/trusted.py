"""Markup that goes out as it is: files of our own, and what is escaped already; never a cell's or a visitor's text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from markupsafe import Markup


def trust_markup(text: str) -> Markup:
    """Return a text as markup that no template escapes any more."""
    return Markup(text)  # noqa: S704 - the callers hand over files of ours, drawings and what is escaped


@cache
def read_markup(*files: Path) -> Markup:
    """Return files of our own, one after the other, as markup; they are read once for each process."""
    return trust_markup("".join(file.read_text(encoding="utf-8") for file in files))


@cache
def read_plainly(*files: Path) -> Markup:
    """Return scripts or styles as pages carry them: without indents, comments, and the space that styles do not need.

    A script's comment with a quotation mark in it stays where code stands before it: it may be a text's.
    """
    text = "".join(_drop_comments(file, read_markup(file)) for file in files)
    return trust_markup("\n".join(line for line in map(str.strip, text.splitlines()) if line))


def _drop_comments(file: Path, text: str) -> str:
    if file.suffix == ".css":
        return re.sub(r"(?<=[{;:,]) | (?={)", "", re.sub(r"\s*/\*.*?\*/", "", text, flags=re.DOTALL))
    return re.sub(r"^\s*//.*$|(?<=[;{},(\[)]) // [^\"'`\n]*$", "", text, flags=re.MULTILINE)
