"""A run over many links: hosts side by side, each link of a host after the other, each finding kept as it comes.

One thread and asyncio: nearly all of the time is spent waiting, and a whole request can be given a time, which a thread
that reads a trickle cannot.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from urllib.parse import urlsplit

from data.links.trouble import LinkFinding
from data.table.looks import ANSWERED

logger = logging.getLogger(__name__)
HOSTS_AT_ONCE = 8
CONTROLS = 3  # links that answered before, asked where every link failed

LookAt = Callable[[str], Awaitable[LinkFinding]]
Keep = Callable[[str, LinkFinding], None]  # called for each finding that may be believed, as soon as it may


@dataclass(slots=True)
class Run:
    """A run: what was found so far, and what is held back.

    What is no answer is believed once any link has answered in the same run: until then this machine may be cut off, or
    behind something that answers in everybody's place.
    """

    keep: Keep
    found: dict[str, LinkFinding] = field(default_factory=dict)
    held: dict[str, LinkFinding] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)  # looking at these ended in a fault of ours

    @property
    def is_online(self) -> bool:
        """Whether a link has answered."""
        return any(finding.found in ANSWERED for finding in self.found.values())

    def take(self, address: str, finding: LinkFinding) -> None:
        """Take a finding, and with the first answer those held back."""
        if finding.found not in ANSWERED and not self.is_online:
            self.held[address] = finding
            return
        self.found[address] = finding
        self.keep(address, finding)
        if self.held and self.is_online:
            held, self.held = self.held, {}
            for before, other in held.items():
                self.take(before, other)


async def look_at_all(due: Iterable[str], answered_before: Iterable[str], look_at: LookAt, keep: Keep) -> Run:
    """Look at the links that are due; where all fail, at a few that answered before, to know whose fault that is."""
    run = Run(keep)
    await _look_at_hosts(group_by_host(due), look_at, run)
    for address in islice(answered_before, CONTROLS):
        if not run.held:
            break
        await _look_at_each([address], look_at, run)
    return run


def group_by_host(addresses: Iterable[str]) -> Mapping[str, list[str]]:
    """Part addresses by their hosts, both in their order."""
    groups: dict[str, list[str]] = {}
    for address in addresses:
        groups.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    return groups


async def _look_at_hosts(groups: Mapping[str, list[str]], look_at: LookAt, run: Run) -> None:
    places = asyncio.Semaphore(HOSTS_AT_ONCE)

    async def look_at_host(addresses: list[str]) -> None:
        async with places:
            await _look_at_each(addresses, look_at, run)

    async with asyncio.TaskGroup() as tasks:
        for addresses in groups.values():
            tasks.create_task(look_at_host(addresses))


async def _look_at_each(addresses: Iterable[str], look_at: LookAt, run: Run) -> None:
    """Look at links one after the other; a fault of ours costs that link's row, not the run."""
    for address in addresses:
        try:
            finding = await look_at(address)
        except Exception:
            logger.exception("Looking at %s failed for a reason of our own; nothing is written about it.", address)
            run.unknown.append(address)
        else:
            run.take(address, finding)
