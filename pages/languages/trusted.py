"""Markup that goes out as it is: files of our own, and what is escaped already; never a cell's or a visitor's text."""

from __future__ import annotations

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
