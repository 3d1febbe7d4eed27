"""Masks: what is left of a text that must not be shown, so that its cell is found again and nothing else is learned."""

from __future__ import annotations

import re

LONGEST = 24  # signs; a longer one tells no more


def mask_text(text: str) -> str:
    """Return a text with its first sign and its marks alone: 0××-××××-××××."""
    masked = text[:1] + re.sub(r"\w", "×", text[1:])
    return masked if len(masked) <= LONGEST else masked[:LONGEST] + "…"
