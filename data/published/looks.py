"""What may be said of a link that somebody has looked at, as it is published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from data.links.policy import tell_publicly
from data.records import Look


@dataclass(frozen=True, slots=True)
class PublishedLook:
    """What may be said of a link that was looked at; days as 2026-03-03.

    `dead` only after three failures on three days, each at least three days apart; `unknown` says nothing of the page.
    """

    state: Literal["answered", "moved", "dead", "unknown"]
    answered: str | None  # the last day on which it answered
    failed: tuple[str, ...]  # of a dead one three days on which it failed
    moved_to: str | None


def describe_look(look: Look | None) -> PublishedLook | None:
    """Describe what may be said of a link; None where nobody has looked."""
    word = tell_publicly(look)
    if word is None:
        return None
    answered = word.answered.isoformat() if word.answered else None
    return PublishedLook(word.kind, answered, tuple(map(str, word.failed)), word.moved_to or None)
