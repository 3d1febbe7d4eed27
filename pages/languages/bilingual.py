"""A text in the reader's language and in Japanese: for what two people read, the reader and somebody at an office."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in the reader's language, and in Japanese; on paper `ja` is empty where both are the same."""

    native: str
    ja: str
