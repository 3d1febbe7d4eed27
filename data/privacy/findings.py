"""A finding: what is a person's own in a text, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A piece of a text that is not to be shown: what was found, why not, and the remedy."""

    found: str
    message: str
    remedy: str
