"""What a look at a link ends with, early or late."""

from __future__ import annotations

from dataclasses import dataclass

from data.records import LinkClass


@dataclass(frozen=True, slots=True)
class LinkFinding:
    """What a link did: its class, why (English, our own words only), and the new address where it moved for good."""

    found: LinkClass
    detail: str = ""
    moved_to: str = ""


class LinkTrouble(Exception):  # noqa: N818 - nothing of ours has failed
    """A link gave no answer that can be judged."""

    def __init__(self, found: LinkClass, detail: str, *, unreached: str = "") -> None:
        """Take its class, why, and the host to which there was no connection, if that was it."""
        super().__init__(detail)
        self.finding = LinkFinding(found, detail)
        self.unreached = unreached
