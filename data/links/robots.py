"""robots.txt: what a site lets machines ask for, read once a run (RFC 9309)."""

from __future__ import annotations

import asyncio
from collections import defaultdict

import httpx
from protego import Protego

from data.links.fetching import Fetcher, read_host
from data.links.following import follow
from data.links.trouble import LinkTrouble

PRODUCT = "MadoguchiMap"  # what a robots.txt may call us
MAX_PAUSE_SECONDS = 60  # a site that asks for longer pauses is left alone
_TOO_BUSY = 429
_FIRST_BAD, _FIRST_SERVER = 400, 500


class RobotsKeeper:
    """Keeper of each site's rules, for one run."""

    def __init__(self, fetcher: Fetcher) -> None:
        """Know no site's rules yet."""
        self._fetcher = fetcher
        self._rules: dict[str, Protego | LinkTrouble] = {}
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def permit(self, url: httpx.URL) -> None:
        """Return where the page may be asked for. Raises LinkTrouble where it may not, or the site does not answer."""
        origin = f"{url.scheme}://{url.netloc.decode('ascii').lower()}"
        async with self._locks[origin]:
            if origin not in self._rules:
                self._rules[origin] = await self._read(origin)
        rules = self._rules[origin]
        if isinstance(rules, LinkTrouble):
            raise LinkTrouble(rules.finding.found, rules.finding.detail)
        if not rules.can_fetch(str(url), PRODUCT):
            raise LinkTrouble("refused", "Its robots.txt asks machines not to open this page.")
        pause = rules.crawl_delay(PRODUCT) or 0
        if pause > MAX_PAUSE_SECONDS:
            raise LinkTrouble("refused", f"Its robots.txt asks for pauses of more than {MAX_PAUSE_SECONDS} seconds.")
        self._fetcher.pacer.set_pause(read_host(url), pause)

    async def _read(self, origin: str) -> Protego | LinkTrouble:
        """Read a site's rules: without a file (4xx) all is allowed; while the file cannot be had (5xx), nothing.

        Where there is no connection to the site its pages cannot be had either, and why is the same.
        """
        url = httpx.URL(f"{origin}/robots.txt")
        try:
            trail = await follow(self._fetcher, "GET", url, _permit_all)
        except LinkTrouble as trouble:
            if trouble.unreached == read_host(url):
                return trouble
            return LinkTrouble("refused", f"Its robots.txt cannot be had, so it was left alone. {trouble}")
        status = trail.answer.status
        if status >= _FIRST_SERVER or status == _TOO_BUSY:
            return LinkTrouble("refused", f"Its robots.txt cannot be had (status {status}), so it was left alone.")
        text = "" if status >= _FIRST_BAD else trail.answer.body.decode("utf-8", "replace")
        return Protego.parse(text)


async def _permit_all(_url: httpx.URL) -> None:
    """A site's rules themselves may always be asked for."""
