"""Broken parts of the pages, which cannot be read just now; each costs itself alone, until it can be read again."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from data.pieces import list_broken_pieces

logger = logging.getLogger(__name__)
_broken: dict[str, str] = {}


def note_broken(part: str, problem: str) -> None:
    """Note what is wrong with a part, with its remedy; the log is told when that is new."""
    if _broken.get(part) != problem:
        _broken[part] = problem
        logger.error("The pages do without %r: %s", part, problem)


def note_whole(part: str) -> None:
    """Note that a part can be read; the log is told if it could not before."""
    if _broken.pop(part, None) is not None:
        logger.warning("The pages have %r again", part)


def list_broken() -> Mapping[str, str]:
    """Return what is wrong with each part that cannot be read, by its name: of the pages, and of what is looked up."""
    return {**_broken, **list_broken_pieces()}
