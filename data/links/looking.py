"""A look at one link: HEAD, then GET where that is not enough, then an address beside it that nobody has made."""

from __future__ import annotations

import secrets

import httpx

from data.links.fetching import Fetcher, HttpAnswer, read_host
from data.links.following import Trail, follow, read_url
from data.links.judging import judge_page, judge_status, make_sibling, read_retry_after
from data.links.robots import RobotsKeeper
from data.links.trouble import LinkFinding, LinkTrouble

MAX_WAIT_SECONDS = 120  # a site that wants to be left alone for longer is, for the rest of the run
_TOO_BUSY, _UNAVAILABLE = 429, 503


async def look_at(address: str, fetcher: Fetcher, robots: RobotsKeeper) -> LinkFinding:
    """Look at a link and return what it did; whatever the network does, that is a finding."""
    try:
        page = await _open(address, fetcher, robots)
        finding = judge_status(page.answer.status, page.answer.headers)
        if finding:
            return finding
        return judge_page(address, page, await _open_sibling(address, page, fetcher, robots))
    except LinkTrouble as trouble:
        return trouble.finding


async def _open(address: str, fetcher: Fetcher, robots: RobotsKeeper) -> Trail:
    """Return the page that an address leads to, with its text if it is one of text.

    HEAD costs a site nothing, and is enough where something else than HTML answers; many a site answers it wrongly, so
    nothing but a good answer to it counts.
    """
    read_url(address)
    try:
        head = await follow(fetcher, "HEAD", address, robots.permit)
    except LinkTrouble as trouble:
        if trouble.unreached or trouble.finding.found == "refused":
            raise
        head = None
    if head and await _wait_where_asked(head, fetcher):
        head = None
    if head and _is_no_text(head.answer):
        return head
    page = await follow(fetcher, "GET", address, robots.permit)
    if await _wait_where_asked(page, fetcher):
        page = await follow(fetcher, "GET", address, robots.permit)
        _close_if_busy(page.answer, page.url, fetcher)
    return page


def _is_no_text(answer: HttpAnswer) -> bool:
    """Tell whether an answer to HEAD says that a file is there which has no text to read."""
    came = judge_status(answer.status, answer.headers) is None
    return came and "content-type" in answer.headers and not answer.is_html


async def _open_sibling(address: str, page: Trail, fetcher: Fetcher, robots: RobotsKeeper) -> Trail | None:
    """Return what the site answers for a page that nobody has made; None where it rightly says so, or asks not to."""
    sibling = make_sibling(address, secrets.token_hex(8)) if page.answer.is_html else None
    if sibling is None:
        return None
    try:
        found = await follow(fetcher, "GET", sibling, robots.permit)
    except LinkTrouble:
        return None
    return None if judge_status(found.answer.status, found.answer.headers) else found


async def _wait_where_asked(trail: Trail, fetcher: Fetcher) -> bool:
    """Hold the next request back for as long as a busy site asks, and tell whether to ask again."""
    answer = trail.answer
    seconds = read_retry_after(answer.headers.get("retry-after", ""), fetcher.pacer.clock.read_date())
    if not _is_busy(answer):
        return False
    if seconds > MAX_WAIT_SECONDS:
        _close_if_busy(answer, trail.url, fetcher)
        return False
    fetcher.pacer.hold(read_host(trail.url), seconds)
    return True


def _close_if_busy(answer: HttpAnswer, url: httpx.URL, fetcher: Fetcher) -> None:
    """Leave a site alone for the rest of the run that is too busy for us."""
    if _is_busy(answer):
        fetcher.closed[read_host(url)] = f"It asked to be left alone (status {answer.status})."


def _is_busy(answer: HttpAnswer) -> bool:
    return answer.status == _TOO_BUSY or (answer.status == _UNAVAILABLE and "retry-after" in answer.headers)
